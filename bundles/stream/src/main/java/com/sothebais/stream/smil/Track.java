package com.sothebais.stream.smil;

import com.sothebais.stream.markup.Numbers;
import com.sothebais.stream.smil.Timing.Moment;
import java.util.List;

/** What one animation does to one attribute. Immutable. */
final class Track {
    private final Pace pace;
    private final Timing timing;
    private final List<Numbers> values;
    private final Form form;

    /**
     * How its values become text.
     *
     * @param head written before a value, as {@code rotate(}, and behind it a bracket then; empty for none
     * @param sums whether it is added to what there is
     * @param grows whether each round begins where the one before ended
     */
    record Form(String head, boolean sums, boolean grows) {
        static final Form PLAIN = new Form("", false, false);
    }

    Track(Timing timing, Pace pace, List<Numbers> values, Form form) {
        this.timing = timing;
        this.pace = pace;
        this.values = List.copyOf(values);
        this.form = form;
    }

    Timing timing() {
        return timing;
    }

    /** The attribute at a moment. @param below what there would be without this animation */
    String at(Moment moment, String below) {
        Pace.Place place = pace.at(moment.share());
        Numbers value = values.get(place.from());
        if (place.share() > 0 && place.from() + 1 < values.size()) {
            Numbers next = values.get(place.from() + 1);
            value = value.isLike(next) ? value.between(next, place.share()) : place.share() < 0.5 ? value : next;
        }
        Numbers last = values.get(values.size() - 1);
        if (form.grows && moment.round() > 0 && value.isLike(last)) {
            value = value.plus(last, moment.round());
        }
        if (!form.head.isEmpty()) {
            String text = form.head + value.text() + ")";
            return form.sums ? below + " " + text : text;
        }
        Numbers base = Numbers.of(below);
        return form.sums && value.isLike(base) ? value.plus(base, 1).text() : value.text();
    }
}
