package com.sothebais.api.stream;

import com.sothebais.api.agent.Mood;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that happens on the stream at an instant.
 *
 * @param id unique in the rundown, 1 to 100 characters; the same for the same moment of the show however its time moves
 * @param label for people
 * @param automatic whether it follows from the campaign; else somebody added it
 */
public record Cue(String id, String label, Times times, Action action, boolean automatic, State state) {
    /** Longest label that can be given. */
    public static final int LABEL_MAX = 60;

    public Cue {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(state, "state");
    }

    /** When it happens as it looks now, UTC. */
    public Instant at() {
        return times.at();
    }

    /**
     * Instants of a cue, UTC.
     *
     * @param at when it happens as it looks now; extensions and pauses move it
     * @param planned when the campaign, or whoever added it, had it at first
     * @param fired when it last happened
     */
    public record Times(Instant at, Instant planned, Optional<Instant> fired) {
        public Times {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(planned, "planned");
            Objects.requireNonNull(fired, "fired");
        }
    }

    /** Where a cue stands. */
    public enum State {
        PENDING,
        /** The first that will happen. */
        NEXT,
        FIRED,
        /** It will not happen: somebody said so, or a later cue was due at the same time. */
        SKIPPED,
        /** It waits until somebody lets it go on. */
        HELD
    }

    /** What happens. */
    public sealed interface Action {
        <R> R fold(Cases<R> cases);

        /** One case per kind of action. */
        interface Cases<R> {
            R take(Take action);

            R sting(Sting action);

            R feel(Feel action);

            R say(Say action);

            R mark(Mark action);
        }
    }

    /** Puts a source on program. Nothing changes when it is there already. */
    public record Take(Source source, Transition transition) implements Action {
        public Take {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(transition, "transition");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.take(this);
        }
    }

    /** Runs a transition over the show while it goes to its next lot; nothing happens while another source is on program. */
    public record Sting(Transition transition) implements Action {
        public Sting {
            Objects.requireNonNull(transition, "transition");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.sting(this);
        }
    }

    /** Changes the expression of the host until its next line. */
    public record Feel(Mood mood) implements Action {
        public Feel {
            Objects.requireNonNull(mood, "mood");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.feel(this);
        }
    }

    /**
     * Has the host say something, once. What is in braces is filled from the state of the show when it is said; without a value for
     * one of them nothing is said. Braces themselves are written twice.
     *
     * @param text 1 to {@link #TEXT_MAX} characters of one line, with slots of {@link #SLOTS} such as <code>{price}</code>
     */
    public record Say(String text, Mood mood) implements Action {
        /** Longest text. */
        public static final int TEXT_MAX = 280;

        /** What can be filled in; most have a value only while a lot is on stage. */
        public static final Set<String> SLOTS =
                Set.of("campaign", "lot", "title", "artist", "story", "price", "leader", "next", "bids", "seconds");

        private static final Pattern PIECE = Pattern.compile("\\{\\{|}}|\\{([a-z]+)}|[{}]");
        private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

        public Say {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(mood, "mood");
            wrong(text).ifPresent(why -> {
                throw new IllegalArgumentException("a line of the host " + why);
            });
        }

        /** What is wrong with a text, to stand behind its name; empty when it can be said. */
        public static Optional<String> wrong(String text) {
            if (text.isBlank() || text.length() > TEXT_MAX) {
                return Optional.of("takes 1 to " + TEXT_MAX + " characters");
            }
            if (HIDDEN.matcher(text).find()) {
                return Optional.of("must be one line without hidden characters");
            }
            return PIECE.matcher(text)
                    .results()
                    .filter(piece ->
                            piece.group(1) == null ? piece.group().length() == 1 : !SLOTS.contains(piece.group(1)))
                    .findFirst()
                    .map(piece -> piece.group(1) == null
                            ? "has a single brace; write it twice"
                            : "has no slot {" + piece.group(1) + "}; there are " + new TreeSet<>(SLOTS));
        }

        /** The text with the values in it; empty when one is missing. */
        public Optional<String> filled(Map<String, String> values) {
            boolean missing = PIECE.matcher(text)
                    .results()
                    .anyMatch(piece -> piece.group(1) != null && !values.containsKey(piece.group(1)));
            return missing
                    ? Optional.empty()
                    : Optional.of(PIECE.matcher(text)
                            .replaceAll(piece -> Matcher.quoteReplacement(
                                    piece.group(1) == null ? piece.group().substring(1) : values.get(piece.group(1)))));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.say(this);
        }
    }

    /** Marks a moment for those who watch the rundown. */
    public record Mark() implements Action {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.mark(this);
        }
    }
}
