package com.sothebais.social.sandbox.internal;

import com.sothebais.api.database.Database;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SimulatedNetwork;
import com.sothebais.api.social.SocialNetwork;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the sandbox network and connects it to the inbox while there is one. */
@Component(
        service = {SocialNetwork.class, SimulatedNetwork.class, HealthSource.class, SocialSandbox.class},
        configurationPid = Settings.PID)
@Designate(ocd = SocialSandbox.Config.class)
public final class SocialSandbox implements SimulatedNetwork, HealthSource {
    /** What can be set; texts, so that a wrong number can be answered with a sentence. */
    @ObjectClassDefinition(name = "SothebAIs sandbox network")
    @interface Config {
        @AttributeDefinition(description = "handle of the host's account, without @")
        String host_handle() default Settings.HOST_HANDLE;

        @AttributeDefinition(description = "display name of the host's account")
        String host_name() default Settings.HOST_NAME;

        @AttributeDefinition(description = "longest text of a post in characters, 40 to 10000")
        String text_max() default "280";
    }

    private static final String PART = "sandbox";
    private static final Logger LOG = LoggerFactory.getLogger(SocialSandbox.class);

    private final Settings settings;
    private final SandboxNetwork network;

    @Activate
    public SocialSandbox(@Reference Database database, Config config) {
        settings = Settings.read(config.host_handle(), config.host_name(), config.text_max());
        settings.complaints().forEach(LOG::error);
        database.migrate("social_sandbox", SocialSandbox.class);
        network = new SandboxNetwork(settings, new PostStore(database.dataSource()), InstantSource.system());
        LOG.info("sandbox network is up, the host is @{}", settings.hostHandle());
    }

    @Deactivate
    void stop() {
        network.close();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindInbox(Inbox inbox) {
        network.connect(inbox);
    }

    void unbindInbox(Inbox inbox) {
        network.disconnect(inbox);
    }

    /** For the page of this bundle. */
    SandboxNetwork network() {
        return network;
    }

    @Override
    public Health health() {
        if (network.isDown()) {
            return Health.degraded(PART, "An outage is being simulated; switch it off to deliver again.");
        }
        if (!settings.complaints().isEmpty()) {
            return Health.degraded(PART, settings.complaints().get(0) + ".");
        }
        if (!network.delivery().connected()) {
            return Health.degraded(
                    PART, "Nobody takes posts at the moment; they are kept. Check that the auction bundle runs.");
        }
        if (network.delivery().isFailing()) {
            return Health.degraded(
                    PART, "Deliveries fail and are tried again; check the health of the database and the auction.");
        }
        int hopeless = network.delivery().hopeless();
        if (hopeless > 0) {
            return Health.degraded(
                    PART,
                    hopeless + " post(s) could not be recorded and were passed over since the start; the log of the"
                            + " platform names them.");
        }
        return Health.well(PART, "Delivering, " + network.delivery().waiting() + " posts on their way.");
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public Account host() {
        return network.host();
    }

    @Override
    public Capabilities capabilities() {
        return network.capabilities();
    }

    @Override
    public Published publish(Draft draft) {
        return network.publish(draft);
    }

    @Override
    public Account join(String handle, String displayName) {
        return network.join(handle, displayName);
    }

    @Override
    public Post say(AccountId author, String text, Relation relation) {
        return network.say(author, text, relation);
    }

    @Override
    public void redeliver(PostId post) {
        network.redeliver(post);
    }

    @Override
    public List<Post> timeline(int limit) {
        return network.timeline(limit);
    }

    @Override
    public Optional<Post> find(PostId id) {
        return network.find(id);
    }

    @Override
    public void outage(boolean down) {
        network.outage(down);
    }
}
