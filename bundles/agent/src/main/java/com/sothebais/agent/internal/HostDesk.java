package com.sothebais.agent.internal;

import com.sothebais.api.agent.Host;
import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Personality;
import com.sothebais.api.agent.Voice;
import com.sothebais.api.database.Database;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.social.SocialNetwork;
import com.sothebais.api.stream.Studio;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The host of the show: wires the parts that speak and post, and runs their three threads. */
@Component(
        service = {Host.class, HealthSource.class, HostDesk.class},
        configurationPid = "com.sothebais.agent")
@Designate(ocd = HostConfig.class)
public final class HostDesk implements Host, HealthSource, Cast {
    private static final int SAY_MAX = 280;
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration POST_LOOK = Duration.ofMillis(500);
    private static final String PART = "host";

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Personality> personalities = List.of();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Voice> voices = List.of();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<SocialNetwork> socialNetworks = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Studio stage;

    private final HostConfig config;
    private final InstantSource clock = InstantSource.system();
    private final Patience patience = new Patience();
    private final SpeechQueue queue = new SpeechQueue();
    private final Wordsmith wordsmith;
    private final Speaker speaker;
    private final Poster poster;
    private final ShowWatch watch;
    private final HostReplies replies;
    private final List<LoopThread> threads;

    @Activate
    public HostDesk(@Reference EventLog log, @Reference Database database, HostConfig config) {
        HostConfig.Check.valid(config);
        this.config = config;
        database.migrate("agent", HostDesk.class);
        Outbox outbox = new Outbox(database.dataSource());
        wordsmith = new Wordsmith(this, patience);
        speaker = new Speaker(new Speaker.Desk(queue, wordsmith, this, patience), log, clock);
        RandomGenerator random = new Random();
        poster = new Poster(outbox, this, patience, log, new Poster.Timing(clock, random, config.post_attempts_max()));
        watch = new ShowWatch(
                new Director(Duration.ofSeconds(config.small_talk_seconds())), queue, speaker, this, clock);
        ChatLimits limits = new ChatLimits(Duration.ofSeconds(config.chat_account_seconds()), config.chat_per_minute());
        replies = new HostReplies(new Replies(wordsmith, this, limits, watch.leading()), watch, outbox, poster, clock);
        threads = List.of(
                LoopThread.start("sothebais-host-speech", speaker::step),
                LoopThread.start("sothebais-host-posts", this::post),
                LoopThread.start("sothebais-host-clock", this::tick));
    }

    @Deactivate
    void stop() {
        threads.forEach(LoopThread::close);
        patience.close();
    }

    @Override
    public Activity activity() {
        return new Activity(speaker.spoken(), poster.replies(), poster.announcements(), poster.waiting());
    }

    @Override
    public void say(String text, Mood mood) {
        if (text.isBlank() || text.length() > SAY_MAX) {
            throw new IllegalArgumentException(
                    "a line of the director has 1 to " + SAY_MAX + " characters, got " + text.length());
        }
        Cue.Origin origin = new Cue.Origin(new CorrelationId("host/director"), Optional.empty());
        queue.offer(Cue.scripted(new Line(text, mood), clock.instant(), origin));
    }

    @Override
    public Health health() {
        String trouble = trouble();
        return trouble.isEmpty() ? Health.well(PART, "The host speaks and posts.") : Health.degraded(PART, trouble);
    }

    /** What to do something about first; empty when all is well. */
    private String trouble() {
        if (personality().isEmpty()) {
            return "No personality is installed; built-in words are used. Install personality-scripted.";
        } else if (!wordsmith.trouble().isEmpty()) {
            return "Built-in words are used: " + wordsmith.trouble() + ".";
        } else if (stage == null) {
            return "There is no studio; nothing is said on air until the stream part is up.";
        } else if (!speaker.voiceTrouble().isEmpty()) {
            return "Captions only: " + speaker.voiceTrouble() + ".";
        }
        return poster.trouble().isEmpty() ? "" : poster.waiting() + " posts wait: " + poster.trouble() + ".";
    }

    @Override
    public Optional<Personality> personality() {
        List<Personality> now = personalities;
        return now.stream()
                .filter(personality -> personality.name().equals(config.personality()))
                .findFirst()
                .or(() -> now.stream().findFirst());
    }

    @Override
    public Optional<Voice> voice() {
        List<Voice> now = voices;
        return now.stream()
                .filter(voice -> voice.name().equals(config.voice()))
                .findFirst()
                .or(() -> now.stream().findFirst());
    }

    @Override
    public Optional<Studio> studio() {
        return Optional.ofNullable(stage);
    }

    @Override
    public List<SocialNetwork> networks() {
        return socialNetworks;
    }

    @Override
    public StreamId stream() {
        return watch.stream();
    }

    ShowWatch watch() {
        return watch;
    }

    HostReplies replies() {
        return replies;
    }

    /** For tests, which have no container to bring the cast. */
    void join(SocialNetwork network) {
        socialNetworks = List.of(network);
    }

    void join(Studio studio) {
        stage = studio;
    }

    private void post() throws Exception {
        if (poster.step() == 0) {
            poster.await(POST_LOOK);
        }
    }

    private void tick() throws InterruptedException {
        watch.tick();
        Thread.sleep(TICK.toMillis());
    }
}
