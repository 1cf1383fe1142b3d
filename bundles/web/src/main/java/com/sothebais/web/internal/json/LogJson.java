package com.sothebais.web.internal.json;

import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.Dispatcher;

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
}
