package com.sothebais.web.internal.json;

import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Transition;

/**
 * Something that happens on the stream at an instant.
 *
 * @param planned when it was planned at first; other than {@code at} once it has moved
 * @param fired null until it has happened
 */
public record CueJson(
        String id,
        String label,
        String at,
        String planned,
        String state,
        boolean automatic,
        String fired,
        ActionJson action) {

    /** What happens; what does not belong to its kind is null. */
    public record ActionJson(
            String kind, String source, String transition, Long lengthMillis, String mood, String text) {}

    private static final Cue.Action.Cases<ActionJson> ACTIONS = new Cue.Action.Cases<>() {
        @Override
        public ActionJson take(Cue.Take action) {
            return moving("TAKE", action.source().name(), action.transition());
        }

        @Override
        public ActionJson sting(Cue.Sting action) {
            return moving("STING", null, action.transition());
        }

        @Override
        public ActionJson feel(Cue.Feel action) {
            return new ActionJson("FEEL", null, null, null, action.mood().name(), null);
        }

        @Override
        public ActionJson say(Cue.Say action) {
            return new ActionJson("SAY", null, null, null, action.mood().name(), action.text());
        }

        @Override
        public ActionJson mark(Cue.Mark action) {
            return new ActionJson("MARK", null, null, null, null, null);
        }
    };

    public static CueJson of(Cue cue) {
        return new CueJson(
                cue.id(),
                cue.label(),
                cue.at().toString(),
                cue.times().planned().toString(),
                cue.state().name(),
                cue.automatic(),
                cue.times().fired().map(Object::toString).orElse(null),
                cue.action().fold(ACTIONS));
    }

    private static ActionJson moving(String kind, String source, Transition transition) {
        return new ActionJson(
                kind, source, transition.kind().name(), transition.length().toMillis(), null, null);
    }
}
