package com.sothebais.agent.internal;

import com.sothebais.agent.internal.LineCheck.Checked;
import com.sothebais.agent.internal.Patience.PluginException;
import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Personality;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds checked words for a moment: the personality's when they come in time and tell nothing but facts, else a built-in line, else
 * none. Thread-safe.
 */
final class Wordsmith {
    private static final Logger LOG = LoggerFactory.getLogger(Wordsmith.class);
    private static final Duration LINE_MAX = Duration.ofSeconds(2);

    private final Cast cast;
    private final Patience patience;
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    Wordsmith(Cast cast, Patience patience) {
        this.cast = cast;
        this.patience = patience;
    }

    /** Words that may be said as they are. */
    record Words(String text, Mood mood) {}

    Optional<Words> words(Moment moment) {
        Optional<Personality> personality = cast.personality();
        if (personality.isEmpty()) {
            return builtIn(moment);
        }
        try {
            Personality asked = personality.get();
            Optional<Line> line = patience.call("the personality " + asked.name(), LINE_MAX, () -> asked.line(moment));
            if (line.isEmpty()) {
                trouble.set("");
                return mustAnswer(moment) ? builtIn(moment) : Optional.empty();
            }
            return checked(asked, moment, line.get());
        } catch (PluginException e) {
            changed(e.getMessage());
            return builtIn(moment);
        }
    }

    /** Why the last line was not the personality's; empty when it was. */
    String trouble() {
        return trouble.get();
    }

    private Optional<Words> checked(Personality asked, Moment moment, Line line) {
        Checked checked = LineCheck.fill(line.template(), moment.facts());
        if (checked instanceof Checked.Passed passed) {
            trouble.set("");
            return Optional.of(new Words(passed.text(), line.mood()));
        }
        changed("the personality " + asked.name() + " gave a line for " + moment.kind() + " that is not said, because "
                + ((Checked.Refused) checked).why());
        return builtIn(moment);
    }

    private static Optional<Words> builtIn(Moment moment) {
        return BuiltInLines.text(moment).map(text -> new Words(text, BuiltInLines.mood(moment.kind())));
    }

    /** A bidder always gets the verdict, whatever the personality thinks of it. */
    private static boolean mustAnswer(Moment moment) {
        return moment.kind() == Moment.Kind.BID_ACCEPTED || moment.kind() == Moment.Kind.BID_REFUSED;
    }

    /** Says a trouble once, not for every line of a long evening. */
    private void changed(String now) {
        if (!now.equals(trouble.getAndSet(now))) {
            LOG.warn("Built-in words take over: {}", now);
        }
    }
}
