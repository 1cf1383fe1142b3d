package com.sothebais.stream.internal;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.AssetUses;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.stream.Curtain;
import com.sothebais.api.stream.FirstFrames;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.api.stream.Studio;
import com.sothebais.api.stream.Utterance;
import com.sothebais.stream.video.Renderers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.namespace.service.ServiceNamespace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Puts the show on air as soon as it is activated, and offers the studio to the other parts. Immediate, because the show is on air
 * whether or not another part asks for the studio.
 */
@Component(
        immediate = true,
        service = {
            Studio.class,
            FirstFrames.class,
            StreamOutputs.class,
            Preview.class,
            Curtain.class,
            AssetUses.class,
            EventSubscriber.class
        },
        configurationPid = Settings.PID)
@Designate(ocd = StudioComponent.Config.class)
@Capability(
        namespace = ServiceNamespace.SERVICE_NAMESPACE,
        attribute = "objectClass:List<String>=\"com.sothebais.api.health.HealthSource\"")
@Capability(
        namespace = ServiceNamespace.SERVICE_NAMESPACE,
        attribute = "objectClass:List<String>=\"com.sothebais.api.stream.ShowControl\"")
public final class StudioComponent
        implements Studio, FirstFrames, StreamOutputs, Preview, Curtain, AssetUses, EventSubscriber {
    private final LiveStudio studio;
    private final Renderers renderers;
    private final ServiceRegistration<HealthSource> health;
    private final ServiceRegistration<ShowControl> control;

    /** Dynamic, because the show stays on air while the log is replaced. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventLog log;

    /** See {@code etc/com.sothebais.stream.cfg}. */
    @ObjectClassDefinition(name = "SothebAIs stream")
    public @interface Config {
        @AttributeDefinition(description = "1280x720 or 1920x1080")
        String size() default "1280x720";

        @AttributeDefinition(description = "frames a second, 5 to 60")
        int fps() default 30;

        @AttributeDefinition(description = "bits of the picture, kilobits a second, 300 to 20000")
        int bitrate_kbps() default 4_500;

        @AttributeDefinition(description = "seconds from keyframe to keyframe, 1 to 4")
        int keyframe_seconds() default 1;

        @AttributeDefinition(description = "x264 preset: ultrafast, superfast, veryfast, faster, fast or medium")
        String preset() default "superfast";

        @AttributeDefinition(description = "threads of the encoder, 1 to 8")
        int encoder_threads() default 1;

        @AttributeDefinition(description = "auto, x264 or nvenc; auto takes a graphics card when it works")
        String encoder() default "auto";

        @AttributeDefinition(description = "name of the renderer; empty for the one of the highest rank")
        String renderer() default "";

        @AttributeDefinition(description = "milliseconds a renderer may take for a scene, 100 to 10000")
        int renderer_limit_millis() default 2_000;

        @AttributeDefinition(description = "seconds of a live segment, 1 to 10")
        int hls_segment_seconds() default 1;

        @AttributeDefinition(description = "live segments kept, 3 to 60")
        int hls_segments() default 6;

        @AttributeDefinition(
                type = AttributeType.PASSWORD,
                description = "where to push the stream, rtmp:// or rtmps://; empty for nowhere")
        String rtmp_url() default "";

        @AttributeDefinition(description = "authorities that RTMPS servers are checked against, PEM file")
        String rtmp_ca_file() default "/etc/ssl/certs/ca-certificates.crt";

        @AttributeDefinition(description = "names of further pushes, each with output.NAME.url and output.NAME.ca.file")
        String outputs() default "";

        @AttributeDefinition(description = "account that bids are posted to, as the ticker shows it")
        String host_handle() default "sothebais";

        @AttributeDefinition(description = "address where bidders link a wallet, shown as a QR code; empty for none")
        String wallet_url() default "";

        @AttributeDefinition(description = "name of the layout in the directory layouts/, without .json")
        String layout() default "default";

        @AttributeDefinition(description = "name of the character in the directory rigs/: a folder or a .zip")
        String rig() default "default";

        @AttributeDefinition(description = "whether a quiet music bed plays")
        boolean music() default true;

        @AttributeDefinition(description = "level of the music bed, decibels relative to full scale, -60 to 0")
        int music_decibels() default -26;

        @AttributeDefinition(description = "loudness of the show, LUFS, -31 to -9")
        int loudness_lufs() default -16;

        @AttributeDefinition(description = "seconds without sound until it counts as a fault, 2 to 600")
        int silence_seconds() default 10;

        @AttributeDefinition(description = "directory of live segments, layouts, rigs and unpacked libraries")
        String data_dir() default "data";
    }

    @Activate
    public StudioComponent(
            Config config,
            Map<String, Object> properties,
            BundleContext context,
            @Reference Assets assets,
            @Reference RecordingList recordings) {
        Settings settings = Settings.of(config, properties);
        this.renderers = new Renderers(settings.show().renderer());
        this.studio = new LiveStudio(
                settings,
                renderers,
                new LiveStudio.Surroundings(
                        assets, recordings.recordings(), () -> Optional.ofNullable(log), InstantSource.system()));
        this.studio.start();
        // By hand, because both services have a method of this name that answers something else.
        this.health = context.registerService(HealthSource.class, studio::condition, null);
        this.control = context.registerService(ShowControl.class, studio.control(), null);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindRenderer(Renderer renderer, Map<String, Object> properties) {
        Object ranking = properties.get(Constants.SERVICE_RANKING);
        renderers.add(renderer, ranking instanceof Integer rank ? rank : 0);
    }

    void unbindRenderer(Renderer renderer) {
        renderers.remove(renderer);
    }

    @Deactivate
    void deactivate() {
        health.unregister();
        control.unregister();
        studio.close();
    }

    @Override
    public Lowered lower() {
        return studio.lower();
    }

    @Override
    public boolean isDown() {
        return studio.isDown();
    }

    @Override
    public Instant say(Utterance utterance) {
        return studio.say(utterance);
    }

    @Override
    public void mood(Mood mood) {
        studio.mood(mood);
    }

    @Override
    public Recording record(Path file) {
        return studio.record(file);
    }

    @Override
    public Path hls() {
        return studio.hls();
    }

    @Override
    public Watch watch() {
        return studio.watch();
    }

    @Override
    public List<OutputStatus> outputs() {
        return studio.outputs();
    }

    @Override
    public Optional<OutputStatus> retry(String output, String admin) {
        return studio.retry(output, admin);
    }

    @Override
    public List<AssetUse> of(AssetId asset) {
        return studio.uses(asset);
    }

    @Override
    public StreamHealth health() {
        return studio.health();
    }

    @Override
    public Optional<Instant> firstFrame(CorrelationId story) {
        return studio.follower().firstFrame(story);
    }

    @Override
    public String name() {
        return studio.follower().name();
    }

    @Override
    public Kind kind() {
        return studio.follower().kind();
    }

    @Override
    public void on(Recorded recorded) {
        studio.on(recorded);
    }

    @Override
    public void caughtUp() {
        studio.follower().caughtUp();
    }
}
