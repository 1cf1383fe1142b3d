package com.sothebais.web.internal.rest;

import com.sothebais.api.show.ShowView;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.json.ShowJson;
import java.time.Instant;

/**
 * The newest show as JSON, written once for each state and cut where the time of the answer stands, because everybody who opens a
 * page asks for it. Thread-safe.
 */
final class WrittenShow {
    /** A time that no answer has. */
    private static final Instant PLACE = Instant.parse("0001-01-01T00:00:00Z");

    private volatile Cut newest;

    private record Cut(ShowView show, String before, String after) {}

    /** The envelope with the show and the time of the answer. */
    String at(ShowView show, Instant now) {
        Cut cut = newest;
        if (cut == null || cut.show() != show) {
            cut = cut(show);
            newest = cut;
        }
        return cut.before() + now + cut.after();
    }

    /** The time is the second field of the show, before anything that people wrote. */
    private static Cut cut(ShowView show) {
        String text = Envelope.ok(ShowJson.of(show, PLACE));
        int place = text.indexOf(PLACE.toString());
        return new Cut(
                show,
                text.substring(0, place),
                text.substring(place + PLACE.toString().length()));
    }
}
