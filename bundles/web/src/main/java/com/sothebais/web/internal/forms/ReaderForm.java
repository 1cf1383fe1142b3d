package com.sothebais.web.internal.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.Replays.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what is to be done with the readers of the log, with everything that is wrong with it. */
public final class ReaderForm {
    private static final int NAME_MAX = 100;
    private static final Pattern EVENT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern INSTANT =
            Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    /** A way out of the dead letters that was asked for. */
    public record LetterWish(String subscriber, long position, String reason) {}

    /**
     * A way out with another payload.
     *
     * @param payload JSON of the fact that the subscriber gets instead
     */
    public record EditWish(LetterWish letter, String payload) {}

    /** A replay that was asked for. */
    public record ReplayWish(String subscriber, Selection selection, boolean shadow, String reason) {}

    private ReaderForm() {}

    /** @throws com.sothebais.web.internal.answer.Refusal with all mistakes */
    public static LetterWish readLetter(JsonNode body) {
        Form form = new Form(body, "", new Mistakes());
        Optional<LetterWish> wish = letter(form);
        form.end();
        form.mistakes().check();
        return wish.orElseThrow();
    }

    /** @throws com.sothebais.web.internal.answer.Refusal with all mistakes */
    public static EditWish readEdit(JsonNode body) {
        Form form = new Form(body, "", new Mistakes());
        Optional<LetterWish> letter = letter(form);
        Optional<String> payload = form.required("payload", form.text("payload", DeadLetters.PAYLOAD_MAX));
        form.end();
        form.mistakes().check();
        return new EditWish(letter.orElseThrow(), payload.orElseThrow());
    }

    /**
     * The shadow takes the facts unless it is said otherwise, because it has no side effects.
     *
     * @throws com.sothebais.web.internal.answer.Refusal with all mistakes
     */
    public static ReplayWish readReplay(JsonNode body) {
        Form form = new Form(body, "", new Mistakes());
        Optional<String> subscriber = form.required("subscriber", form.text("subscriber", NAME_MAX));
        Optional<Boolean> shadow = form.flag("shadow");
        Optional<Selection> selection = selection(form);
        Optional<String> reason = form.required("reason", form.text("reason", Decree.REASON_MAX));
        form.end();
        form.mistakes().check();
        return new ReplayWish(
                subscriber.orElseThrow(), selection.orElseThrow(), shadow.orElse(true), reason.orElseThrow());
    }

    private static Optional<LetterWish> letter(Form form) {
        Optional<String> subscriber = form.required("subscriber", form.text("subscriber", NAME_MAX));
        Optional<Long> position = form.required("position", form.whole("position", 0, Long.MAX_VALUE));
        Optional<String> reason = form.required("reason", form.text("reason", Decree.REASON_MAX));
        return subscriber.flatMap(
                name -> position.flatMap(place -> reason.map(why -> new LetterWish(name, place, why))));
    }

    private static Optional<Selection> selection(Form form) {
        List<String> given = new ArrayList<>();
        for (String name : List.of("event", "positions", "times")) {
            if (form.has(name)) {
                given.add(name);
            }
        }
        if (given.size() != 1) {
            form.mistakes()
                    .add(
                            "",
                            "Say which facts by exactly one of 'event', 'positions' {from, to} and 'times' {from, until}.");
            return Optional.empty();
        }
        return switch (given.get(0)) {
            case "event" ->
                form.parsed(
                                "event",
                                EVENT,
                                "the id of a fact; see /api/events",
                                (text, it) -> new EventId(UUID.fromString(text)))
                        .map(Selection.One::new);
            case "positions" -> form.object("positions").flatMap(ReaderForm::positions);
            default -> form.object("times").flatMap(ReaderForm::times);
        };
    }

    private static Optional<Selection> positions(Form form) {
        Optional<Long> from = form.required("from", form.whole("from", 1, Long.MAX_VALUE));
        Optional<Long> to = form.required("to", form.whole("to", 1, Long.MAX_VALUE));
        form.end();
        return from.flatMap(first ->
                to.flatMap(last -> form.mistakes().make(form.at("to"), () -> new Selection.Positions(first, last))));
    }

    private static Optional<Selection> times(Form form) {
        Optional<Instant> from = form.required("from", instant(form, "from"));
        Optional<Instant> until = form.required("until", instant(form, "until"));
        form.end();
        return from.flatMap(first ->
                until.flatMap(last -> form.mistakes().make(form.at("until"), () -> new Selection.Times(first, last))));
    }

    private static Optional<Instant> instant(Form form, String name) {
        return form.parsed(
                name, INSTANT, "an instant in UTC such as 2026-11-21T19:00:00Z", (text, it) -> Instant.parse(text));
    }
}
