package com.sothebais.web.internal.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.api.stream.Transition.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a director asks for, with everything that is wrong with it. */
public final class ControlForm {
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final Pattern INSTANT =
            Pattern.compile("2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private ControlForm() {}

    /** A cue to add. */
    public record Wish(Instant at, String label, Cue.Action action) {}

    /** {@code source}. @throws com.sothebais.web.internal.answer.Refusal with all mistakes */
    public static Source source(JsonNode body) {
        Form form = form(body);
        Optional<Source> source = form.required("source", source(form, "source"));
        finish(form);
        return source.orElseThrow();
    }

    /**
     * {@code transition} and {@code length}; a cut where nothing is said, and the usual length of the kind.
     *
     * @throws com.sothebais.web.internal.answer.Refusal with all mistakes
     */
    public static Transition transition(JsonNode body) {
        Form form = form(body);
        Optional<Transition> transition = transition(form, Kind.CUT);
        finish(form);
        return transition.orElseThrow();
    }

    /** {@code held}. @throws com.sothebais.web.internal.answer.Refusal with all mistakes */
    public static boolean held(JsonNode body) {
        Form form = form(body);
        Optional<Boolean> held = form.required("held", form.flag("held"));
        finish(form);
        return held.orElseThrow();
    }

    /** An empty body. @throws com.sothebais.web.internal.answer.Refusal when anything is in it */
    public static void nothing(JsonNode body) {
        finish(form(body));
    }

    /**
     * A cue: {@code at}, {@code label}, and {@code source} with its transition, {@code say} with the mood of the line, or
     * {@code mood} alone; with none of them it marks a moment.
     *
     * @throws com.sothebais.web.internal.answer.Refusal with all mistakes
     */
    public static Wish cue(JsonNode body) {
        Form form = form(body);
        Optional<Instant> at = form.required(
                "at",
                form.parsed(
                        "at", INSTANT, "an instant such as 2026-11-21T19:00:00Z", (text, all) -> Instant.parse(text)));
        Optional<String> label = form.required("label", form.text("label", Cue.LABEL_MAX));
        Optional<Source> source = source(form, "source");
        Optional<String> say = form.text("say", Cue.Say.TEXT_MAX);
        Optional<Mood> mood = form.constant("mood", Mood.class);
        Optional<Transition> transition = transition(form, Kind.CUT);
        say.flatMap(Cue.Say::wrong).ifPresent(why -> form.wrong("say", why));
        for (String other : List.of("mood", "say")) {
            if (form.has("source") && form.has(other)) {
                form.wrong(other, "cannot stand beside 'source'; add two cues");
            }
        }
        if (!form.has("source") && (form.has("transition") || form.has("length"))) {
            form.wrong("transition", "needs a 'source'");
        }
        finish(form);
        Cue.Action action = source.<Cue.Action>map(taken -> new Cue.Take(taken, transition.orElseThrow()))
                .or(() -> say.map(text -> new Cue.Say(text, mood.orElse(Mood.CALM))))
                .or(() -> mood.map(Cue.Feel::new))
                .orElseGet(Cue.Mark::new);
        return new Wish(at.orElseThrow(), label.orElseThrow(), action);
    }

    private static Optional<Source> source(Form form, String name) {
        return form.parsed(name, SOURCE, "1 to 60 letters, digits, '_' or '-'", (text, all) -> new Source(text));
    }

    /** Present unless there is a mistake. */
    private static Optional<Transition> transition(Form form, Kind otherwise) {
        Optional<Kind> kind = form.constant("transition", Kind.class);
        Optional<Duration> length = form.duration("length", Duration.ZERO, Transition.LENGTH_MAX);
        if (form.has("transition") && kind.isEmpty() || form.has("length") && length.isEmpty()) {
            return Optional.empty();
        }
        Kind wanted = kind.orElse(otherwise);
        if (wanted == Kind.CUT && length.filter(time -> !time.isZero()).isPresent()) {
            return form.wrong("length", "belongs to a transition that takes time, not to a cut");
        }
        return Optional.of(new Transition(wanted, length.orElse(wanted.usual())));
    }

    private static Form form(JsonNode body) {
        return new Form(body, "", new Mistakes());
    }

    private static void finish(Form form) {
        form.end();
        form.mistakes().check();
    }
}
