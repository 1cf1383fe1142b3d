package com.sothebais.event.internal.codec;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.DeskEvent;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import java.util.List;

/** How each fact about the desk of the director is stored. */
final class DeskTypes implements DeskEvent.Cases<Typed> {

    private static final EventType<DeskEvent.SourceTaken> SOURCE_TAKEN = new EventType<>(
            "desk.source-taken",
            1,
            (out, event) -> out.text("source", event.source().name())
                    .object("transition", event.transition(), DeskTypes::write)
                    .optionalText("admin", event.admin()),
            in -> new DeskEvent.SourceTaken(
                    new Source(in.text("source")),
                    in.object("transition", DeskTypes::transition),
                    in.optionalText("admin")));

    private static final EventType<DeskEvent.RundownHeld> RUNDOWN_HELD = new EventType<>(
            "desk.rundown-held",
            1,
            (out, event) -> out.flag("held", event.held()).text("admin", event.admin()),
            in -> new DeskEvent.RundownHeld(in.flag("held"), in.text("admin")));

    private static final EventType<DeskEvent.CueSet> CUE_SET = new EventType<>(
            "desk.cue-set",
            1,
            (out, event) -> out.text("cue", event.cue())
                    .text("decision", event.decision().name())
                    .text("planned", event.planned().toString())
                    .text("admin", event.admin()),
            in -> new DeskEvent.CueSet(
                    in.text("cue"),
                    in.constant("decision", DeskEvent.Decision.class),
                    in.instant("planned"),
                    in.text("admin")));

    private static final EventType<DeskEvent.CueAdded> CUE_ADDED = new EventType<>(
            "desk.cue-added",
            1,
            (out, event) -> out.text("cue", event.cue())
                    .text("at", event.at().toString())
                    .text("label", event.label())
                    .object("action", event.action(), DeskTypes::write)
                    .text("admin", event.admin()),
            in -> new DeskEvent.CueAdded(
                    in.text("cue"),
                    in.instant("at"),
                    in.text("label"),
                    in.object("action", DeskTypes::action),
                    in.text("admin")));

    private static final EventType<DeskEvent.LineCued> LINE_CUED = new EventType<>(
            "desk.line-cued",
            1,
            (out, event) -> out.text("cue", event.cue())
                    .text("text", event.text())
                    .text("mood", event.mood().name())
                    .optionalText("admin", event.admin()),
            in -> new DeskEvent.LineCued(
                    in.text("cue"), in.text("text"), in.constant("mood", Mood.class), in.optionalText("admin")));

    static final List<EventType<?>> ALL = List.of(SOURCE_TAKEN, RUNDOWN_HELD, CUE_SET, CUE_ADDED, LINE_CUED);

    private static void write(JsonOut out, Transition transition) {
        out.text("kind", transition.kind().name())
                .text("length", transition.length().toString());
    }

    private static Transition transition(JsonIn in) {
        return new Transition(in.constant("kind", Transition.Kind.class), in.duration("length"));
    }

    private static void write(JsonOut out, Cue.Action action) {
        action.fold(new Cue.Action.Cases<JsonOut>() {
            @Override
            public JsonOut take(Cue.Take take) {
                return out.text("kind", "take")
                        .text("source", take.source().name())
                        .object("transition", take.transition(), DeskTypes::write);
            }

            @Override
            public JsonOut sting(Cue.Sting sting) {
                return out.text("kind", "sting").object("transition", sting.transition(), DeskTypes::write);
            }

            @Override
            public JsonOut feel(Cue.Feel feel) {
                return out.text("kind", "feel").text("mood", feel.mood().name());
            }

            @Override
            public JsonOut say(Cue.Say say) {
                return out.text("kind", "say")
                        .text("text", say.text())
                        .text("mood", say.mood().name());
            }

            @Override
            public JsonOut mark(Cue.Mark mark) {
                return out.text("kind", "mark");
            }
        });
    }

    private static Cue.Action action(JsonIn in) {
        return switch (in.text("kind")) {
            case "take" -> new Cue.Take(new Source(in.text("source")), in.object("transition", DeskTypes::transition));
            case "sting" -> new Cue.Sting(in.object("transition", DeskTypes::transition));
            case "feel" -> new Cue.Feel(in.constant("mood", Mood.class));
            case "say" -> new Cue.Say(in.text("text"), in.constant("mood", Mood.class));
            case "mark" -> new Cue.Mark();
            default -> throw new CodecException("unknown action '" + in.text("kind") + "'");
        };
    }

    @Override
    public Typed sourceTaken(DeskEvent.SourceTaken event) {
        return SOURCE_TAKEN.of(event);
    }

    @Override
    public Typed rundownHeld(DeskEvent.RundownHeld event) {
        return RUNDOWN_HELD.of(event);
    }

    @Override
    public Typed cueSet(DeskEvent.CueSet event) {
        return CUE_SET.of(event);
    }

    @Override
    public Typed cueAdded(DeskEvent.CueAdded event) {
        return CUE_ADDED.of(event);
    }

    @Override
    public Typed lineCued(DeskEvent.LineCued event) {
        return LINE_CUED.of(event);
    }
}
