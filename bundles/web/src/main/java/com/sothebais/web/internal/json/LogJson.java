package com.sothebais.web.internal.json;

import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.Replays;

/** What the log's readers are up to. */
public final class LogJson {
    private LogJson() {}

    /** A fact that a reactor could not take. */
    public record DeadLetterJson(
            String subscriber, long position, String stream, String reason, int attempts, String since) {
        public static DeadLetterJson of(DeadLetter letter) {
            return new DeadLetterJson(
                    letter.subscriber(),
                    letter.position(),
                    letter.stream().value(),
                    letter.reason(),
                    letter.attempts(),
                    letter.since().toString());
        }
    }

    /** A reader's place; the lag counts the facts behind the newest. */
    public record SubscriberJson(String name, String kind, long position, long lag, int parkedStreams) {
        public static SubscriberJson of(Dispatcher.Progress progress) {
            return new SubscriberJson(
                    progress.subscriber(),
                    progress.kind().name(),
                    progress.position(),
                    progress.lag(),
                    progress.parkedStreams());
        }
    }

    /** Positions from and to, both included. */
    public record PositionsJson(long from, long to) {}

    /**
     * Facts that a reader gets once more.
     *
     * @param number counts from 1 since the start of the platform
     * @param shadow whether a twin without side effects gets them instead of the reader itself
     * @param taken facts taken so far
     * @param status {@code RUNNING}, {@code DONE}, {@code FAILED} or {@code STOPPED}
     * @param trouble why it failed, else {@code null}
     * @param result what the shadow says once it is done, else {@code null}
     */
    public record ReplayJson(
            long number,
            String subscriber,
            boolean shadow,
            PositionsJson positions,
            long taken,
            String status,
            String trouble,
            String result) {
        public static ReplayJson of(Replays.Replay replay) {
            return new ReplayJson(
                    replay.number(),
                    replay.subscriber(),
                    replay.shadow(),
                    new PositionsJson(replay.from(), replay.to()),
                    replay.taken(),
                    replay.status().name(),
                    replay.trouble().orElse(null),
                    replay.result().orElse(null));
        }
    }
}
