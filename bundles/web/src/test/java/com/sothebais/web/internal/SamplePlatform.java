package com.sothebais.web.internal;

import com.sothebais.api.agent.Host;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.auction.Anomalies;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Replays;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Distribution;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.health.Histogram;
import com.sothebais.api.health.Latency;
import com.sothebais.api.identity.Admins;
import com.sothebais.api.rehearsal.RehearsalException;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.social.Account;
import com.sothebais.api.stream.Clips;
import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.api.stream.Studio;
import com.sothebais.api.stream.Utterance;
import com.sothebais.web.internal.parts.Parts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every part the web talks to, with small real behaviour: one admin, one ledger, one picture, two dead letters. */
public final class SamplePlatform implements Parts {
    public static final String TOKEN = "the-token";

    public final List<String> said = new CopyOnWriteArrayList<>();
    public final List<Rehearsals.Order> ordered = new CopyOnWriteArrayList<>();
    public final List<String> aborted = new CopyOnWriteArrayList<>();
    public final List<Path> rehearsed = new CopyOnWriteArrayList<>();
    public final List<HealthSource> sources = new CopyOnWriteArrayList<>();
    public final SampleAuctions auctions = new SampleAuctions();
    public final SampleReplays replays = new SampleReplays();
    public final SampleStream stream = new SampleStream();
    public final SampleControl control = new SampleControl();

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final List<Long> dead = new ArrayList<>(List.of(3L, 5L));

    public SamplePlatform(Path hls, String pictureType, byte[] picture) {
        put(Admins.class, new OneAdmin());
        put(Anomalies.class, (Anomalies) SamplePlatform::hints);
        put(Auctions.class, auctions);
        put(EscrowBook.class, new SmallBook());
        put(Host.class, new QuietHost());
        put(Rehearsals.class, new Rehearsal());
        put(Studio.class, new SilentStudio(hls, stream));
        put(StreamOutputs.class, stream);
        put(Clips.class, stream);
        put(ShowControl.class, control);
        put(Preview.class, stream);
        put(Assets.class, new OnePicture(pictureType, picture));
        put(TokenArtwork.class, new SampleTokens());
        put(DeadLetters.class, new Letters());
        put(Replays.class, replays);
        put(Dispatcher.class, () -> List.of(new Dispatcher.Progress("web-live", EventSubscriber.Kind.VIEW, 9, 0, 0)));
    }

    public <T> void put(Class<T> service, T part) {
        parts.put(service, part);
    }

    public void remove(Class<?> service) {
        parts.remove(service);
    }

    @Override
    public <T> Optional<T> find(Class<T> service) {
        return Optional.ofNullable(service.cast(parts.get(service)));
    }

    @Override
    public List<HealthSource> healthSources() {
        return sources;
    }

    private static List<Anomalies.Hint> hints() {
        return List.of(
                hint(Anomalies.Kind.BID_RING, 60, List.of(SampleShow.ANN.account(), SampleShow.BOB.account())),
                hint(Anomalies.Kind.MANY_REFUSALS, 35, List.of(SampleShow.BOB.account())));
    }

    private static Anomalies.Hint hint(Anomalies.Kind kind, int score, List<Account> accounts) {
        return new Anomalies.Hint(
                kind + "/sample",
                kind,
                new Anomalies.Who("sandbox", accounts),
                List.of(SampleShow.FIRST),
                List.of(new Anomalies.Evidence(6, new EventId(new UUID(0, 6)))),
                score,
                new Anomalies.Span(SampleShow.START, SampleShow.START.plusSeconds(60)));
    }

    private static final class OneAdmin implements Admins {
        private boolean loggedOut;

        @Override
        public LoginResult login(String name, char[] password, String address) {
            if (name.equals("locked")) {
                return new LoginResult(Optional.empty(), Optional.of(LoginFailure.LOCKED));
            }
            return name.equals("admin") && new String(password).equals("secret")
                    ? new LoginResult(session(TOKEN), Optional.empty())
                    : new LoginResult(Optional.empty(), Optional.of(LoginFailure.WRONG_NAME_OR_PASSWORD));
        }

        @Override
        public Optional<AdminSession> session(String token) {
            return token.equals(TOKEN) && !loggedOut
                    ? Optional.of(new AdminSession(token, "admin", SampleShow.START))
                    : Optional.empty();
        }

        @Override
        public void logout(String token) {
            loggedOut = token.equals(TOKEN);
        }
    }

    private static final class SmallBook implements EscrowBook {
        private static final ChainId CHAIN = new ChainId("sim:1");

        @Override
        public List<Balance> balances() {
            return List.of(new Balance(
                    CHAIN, SampleShow.ANN.wallet(), SampleShow.eth("3"), SampleShow.eth("1.5"), SampleShow.eth("0.5")));
        }

        @Override
        public List<Reserves> reserves() {
            return List.of(new Reserves(CHAIN, 12, SampleShow.eth("5"), SampleShow.eth("5")));
        }
    }

    private final class QuietHost implements Host {
        @Override
        public Activity activity() {
            return new Activity(2, 1, 0, 0);
        }

        @Override
        public void say(String text, Mood mood) {
            said.add(mood + ": " + text);
        }
    }

    private final class Rehearsal implements Rehearsals {
        @Override
        public void start(Path directory) {
            if (!rehearsed.isEmpty()) {
                throw new IllegalStateException("a show is playing");
            }
            rehearsed.add(directory);
        }

        @Override
        public Progress progress() {
            return rehearsed.isEmpty()
                    ? new Progress(Stage.IDLE, "Nothing plays.", Optional.empty())
                    : new Progress(Stage.PREPARING, "Getting ready.", Optional.empty());
        }

        @Override
        public Rehearsed rehearse(Order order) {
            if (order.session().value().startsWith("nobody")) {
                throw new RehearsalException(RehearsalException.Obstacle.UNKNOWN, "There is no planned session.");
            }
            if (order.speed() == 1) {
                throw new RehearsalException(
                        RehearsalException.Obstacle.BUSY,
                        "Session 'evening' goes on air; choose a speed of at least 9.");
            }
            ordered.add(order);
            return rehearsed(order, Stage.PREPARING, "letting the bidders in");
        }

        @Override
        public List<Rehearsed> rehearsals() {
            Order old = new Order(new SessionId("demo-2027-02-28"), 10, 1);
            return List.of(rehearsed(old, aborted.isEmpty() ? Stage.PLAYING : Stage.ABORTED, "lot 1 of 3"));
        }

        @Override
        public Optional<Rehearsed> abort(String id, String who) {
            if (!id.equals("rehearsal-sandbox-1")) {
                return Optional.empty();
            }
            aborted.add(who);
            return Optional.of(rehearsals().get(0));
        }

        private Rehearsed rehearsed(Order order, Stage stage, String message) {
            Progress progress = new Progress(stage, message, Optional.empty());
            return new Rehearsed(
                    "rehearsal-sandbox-1", order, SampleShow.START, progress, Path.of("/rehearsals/1/show.mp4"));
        }
    }

    private record SilentStudio(Path hls, SampleStream stream) implements Studio {
        @Override
        public Instant say(Utterance utterance) {
            return SampleShow.START;
        }

        @Override
        public void mood(Mood mood) {
            // No face to show it on.
        }

        @Override
        public Recording record(Path file) {
            throw new StudioException("there is nothing to record", null);
        }

        @Override
        public StreamHealth health() {
            return new StreamHealth(
                    "java2d",
                    new StreamHealth.Picture(900, 1, 0, 30, 1_800, "libx264"),
                    new StreamHealth.Sound(-21.5, -3, new StreamHealth.Loudness(-18, -17, -16.1, -2.5), 0),
                    new StreamHealth.Times(
                            timed(new Latency(10, 20, 48, 60)),
                            timed(new Latency(8, 24, 55, 71)),
                            timed(new Latency(900, 0.5, 1.5, 4)),
                            timed(new Latency(900, 3, 4.5, 6))),
                    new StreamHealth.Drift(12.5, 3.25),
                    Duration.ofSeconds(30),
                    stream.outputs());
        }
    }

    /** As many durations in the middle bucket as there are. */
    private static Distribution timed(Latency latency) {
        List<Long> counts = new ArrayList<>(Histogram.NONE.counts());
        counts.set(counts.size() / 2, latency.count());
        return new Distribution(latency, new Histogram(counts, latency.count() * latency.p50Millis() / 1_000));
    }

    private record OnePicture(String mediaType, byte[] bytes) implements Assets {
        @Override
        public Asset store(byte[] content) {
            throw new AssetException("read only", null);
        }

        @Override
        public Optional<byte[]> content(AssetId id) {
            return id.equals(SampleShow.ARTWORK) ? Optional.of(bytes.clone()) : Optional.empty();
        }

        @Override
        public Optional<Asset> find(AssetId id) {
            return content(id).map(content -> new Asset(id, mediaType, content.length));
        }
    }

    private final class Letters implements DeadLetters {
        @Override
        public List<DeadLetter> list() {
            return dead.stream()
                    .map(position -> new DeadLetter(
                            "agent-replies", position, new StreamId("host"), "boom", 8, SampleShow.START))
                    .toList();
        }

        @Override
        public boolean retry(String subscriber, long position, Decree decree) {
            return subscriber.equals("agent-replies") && dead.remove(position);
        }

        @Override
        public boolean edit(String subscriber, long position, String payload, Decree decree) {
            if (!payload.startsWith("{")) {
                throw new IllegalArgumentException("no JSON object");
            }
            return retry(subscriber, position, decree);
        }

        @Override
        public boolean drop(String subscriber, long position, Decree decree) {
            return retry(subscriber, position, decree);
        }
    }
}
