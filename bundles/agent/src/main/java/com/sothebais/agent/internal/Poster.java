package com.sothebais.agent.internal;

import com.sothebais.agent.internal.Outbox.Waiting;
import com.sothebais.agent.internal.Patience.PluginException;
import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.agent.HostEvent.PostRefused;
import com.sothebais.api.agent.HostEvent.Posted;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.retry.Backoff;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.SocialException;
import com.sothebais.api.social.SocialNetwork;
import com.sothebais.api.social.SocialNetwork.Published;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what waits in the outbox onto the networks. A post is published first and recorded after, in one transaction with its row;
 * killed in between, the same key is published again and the network gives the first post back. One thread calls {@link #step}.
 */
final class Poster {
    private static final Logger LOG = LoggerFactory.getLogger(Poster.class);

    private static final int BATCH = 20;
    private static final int REASON_MAX = 1_000;
    private static final int PRUNE_EVERY = 500;
    /** Of one post. */
    private static final Backoff POST_WAIT = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1));
    /** Of a network with all its posts. */
    private static final Backoff NETWORK_WAIT = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

    private static final Duration PUBLISH_MAX = Duration.ofSeconds(12);
    private static final Duration NETWORK_AWAY = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Cast cast;
    private final EventLog log;
    private final InstantSource clock;
    private final Patience patience;
    private final RandomGenerator random;
    private final int attemptsMax;
    /** By network; there are a handful. */
    private final Map<String, Rest> rests = new HashMap<>();

    private final Semaphore news = new Semaphore(0);
    private final AtomicLong replies = new AtomicLong();
    private final AtomicLong announcements = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile String trouble = "";
    private int sincePrune = PRUNE_EVERY;

    /** @param attemptsMax how often a network is asked before a post is given up */
    record Timing(InstantSource clock, RandomGenerator random, int attemptsMax) {}

    Poster(Outbox outbox, Cast cast, Patience patience, EventLog log, Timing timing) {
        this.outbox = outbox;
        this.cast = cast;
        this.patience = patience;
        this.log = log;
        clock = timing.clock();
        random = timing.random();
        attemptsMax = timing.attemptsMax();
    }

    /**
     * Posts what is due.
     *
     * @return how many posts reached an end, published or refused
     * @throws SQLException when the outbox cannot be read or written; nothing is lost
     */
    int step() throws SQLException {
        int finished = 0;
        List<Waiting> due;
        int resting;
        do {
            List<String> left = resting();
            resting = left.size();
            due = outbox.due(clock.instant(), left, BATCH);
            for (Waiting next : due) {
                if (!isResting(next.post().network()) && publish(next)) {
                    finished++;
                }
            }
            // Who was found to be away in this round may have filled it: the others get theirs at once.
        } while (due.size() == BATCH && resting().size() > resting);
        waiting.set(outbox.waiting());
        prune(finished);
        return finished;
    }

    private List<String> resting() {
        return rests.keySet().stream().filter(this::isResting).toList();
    }

    private boolean isResting(String network) {
        return clock.instant().isBefore(rests.getOrDefault(network, Rest.NONE).until());
    }

    /** Waits for something new or for the next look at what was postponed. */
    void await(Duration limit) throws InterruptedException {
        news.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
    }

    /** Something new waits; may be called from any thread. */
    void wake() {
        news.release();
    }

    long replies() {
        return replies.get();
    }

    long announcements() {
        return announcements.get();
    }

    /** As of the last round. */
    int waiting() {
        return waiting.get();
    }

    /** Why the last post did not go out; empty when it did. */
    String trouble() {
        return trouble;
    }

    private boolean publish(Waiting next) throws SQLException {
        Draft draft = next.post().draft();
        String name = next.post().network();
        Optional<SocialNetwork> network = cast.network(name);
        if (network.isEmpty()) {
            trouble = "the network " + name + " is not there; its posts wait";
            rests.put(name, new Rest(0, clock.instant().plus(NETWORK_AWAY)));
            return false;
        }
        Published published;
        try {
            published = patience.call(
                    "the network " + name,
                    PUBLISH_MAX,
                    () -> Objects.requireNonNull(network.get().publish(draft), "it did not say what it published"));
        } catch (PluginException e) {
            boolean hopeless = e.getCause() instanceof SocialException refusal && !refusal.retryable();
            return hopeless ? giveUp(next, reason(e.getCause())) : retryLater(next, e);
        }
        finish(next, new Posted(draft.key(), published.id(), draft.replyTo(), draft.text()), true);
        (draft.replyTo().isPresent() ? replies : announcements).incrementAndGet();
        rests.remove(name);
        trouble = "";
        return true;
    }

    /** The network gets a rest, and the post waits longer still: the next one to be tried is another, in case only this one is bad. */
    private boolean retryLater(Waiting next, PluginException failure) throws SQLException {
        int tried = next.attempts() + 1;
        int failures = rests.getOrDefault(next.post().network(), Rest.NONE).failures() + 1;
        Rest rest = new Rest(failures, clock.instant().plus(NETWORK_WAIT.after(failures, random)));
        rests.put(next.post().network(), rest);
        if (tried >= attemptsMax) {
            return giveUp(next, "given up after " + tried + " attempts: " + failure.getMessage());
        }
        trouble = failure.getMessage();
        LOG.debug("Post {} waits after attempt {}", next.post().draft().key(), tried, failure);
        outbox.postpone(next.post().draft().key(), rest.until().plus(POST_WAIT.after(tried, random)), true);
        return false;
    }

    /** What a plugin says is recorded as a fact, so that it must be there and must end. */
    private static String reason(Throwable refusal) {
        String said = refusal.getMessage();
        String reason = said == null || said.isBlank() ? "refused without a reason" : said;
        return reason.length() > REASON_MAX ? reason.substring(0, REASON_MAX) : reason;
    }

    private boolean giveUp(Waiting next, String reason) {
        Draft draft = next.post().draft();
        LOG.warn("Post {} is not on {}: {}", draft.key(), next.post().network(), reason);
        trouble = reason;
        finish(next, new PostRefused(draft.key(), draft.replyTo(), reason), false);
        return true;
    }

    private void finish(Waiting done, HostEvent event, boolean posted) {
        NewEvent fact = new NewEvent(
                PlannedPost.stream(done.post().draft().key()),
                event,
                "agent",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                done.post().origin().correlation(),
                done.post().origin().causation());
        String key = done.post().draft().key();
        log.append(new Append(List.of(fact), connection -> Outbox.finish(connection, key, posted), Optional.empty()));
    }

    /** A network that failed is left alone until then. */
    private record Rest(int failures, Instant until) {
        private static final Rest NONE = new Rest(0, Instant.EPOCH);
    }

    private void prune(int finished) throws SQLException {
        sincePrune += finished;
        if (sincePrune >= PRUNE_EVERY) {
            sincePrune = 0;
            int pruned = outbox.prune(Outbox.FINISHED_MAX);
            LOG.debug("Forgot {} finished posts", pruned);
        }
    }
}
