package com.sothebais.stream.css;

import com.sothebais.stream.css.Quantity.Unit;
import com.sothebais.stream.markup.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Around what an element is turned and scaled, as CSS Transforms Level 1 has it.
 *
 * @param x units of the drawing, and hundredths of the box of the element if it is that
 */
record Origin(Quantity x, Quantity y) implements Value {
    private static final Set<String> ACROSS = Set.of("left", "right");
    private static final Set<String> DOWN = Set.of("top", "bottom");
    private static final String CENTRE = "center";

    static Optional<Origin> of(String text, Reference reference) {
        List<String> words = new ArrayList<>(Cut.words(text.toLowerCase(Locale.ROOT)));
        if (words.isEmpty() || words.size() > 3) {
            return Optional.empty();
        }
        if (words.size() == 1) {
            words.add(CENTRE);
        }
        if (DOWN.contains(words.get(0)) || ACROSS.contains(words.get(1))) {
            Collections.swap(words, 0, 1);
        }
        Optional<Quantity> x = place(words.get(0), reference.left(), reference.width(), reference);
        Optional<Quantity> y = place(words.get(1), reference.top(), reference.height(), reference);
        return x.isPresent() && y.isPresent() ? Optional.of(new Origin(x.get(), y.get())) : Optional.empty();
    }

    private static Optional<Quantity> place(String word, double begin, double size, Reference reference) {
        Optional<Quantity> place =
                switch (word) {
                    case "left", "top" -> Quantity.of("0%");
                    case CENTRE -> Quantity.of("50%");
                    case "right", "bottom" -> Quantity.of("100%");
                    default -> Quantity.of(word);
                };
        return place.filter(one -> one.unit() == Unit.LENGTH || one.unit() == Unit.NUMBER)
                .map(one -> reference.isOwn()
                        ? new Quantity(one.number(), one.percent(), Unit.LENGTH)
                        : new Quantity(begin + one.number() + one.percent() / 100 * size, 0, Unit.LENGTH));
    }

    @Override
    public Value to(Value other, double share) {
        return other instanceof Origin to
                ? new Origin(mixed(x, to.x, share), mixed(y, to.y, share))
                : share < 0.5 ? this : other;
    }

    private static Quantity mixed(Quantity from, Quantity to, double share) {
        return new Quantity(
                from.number() + (to.number() - from.number()) * share,
                from.percent() + (to.percent() - from.percent()) * share,
                Unit.LENGTH);
    }

    @Override
    public String text() {
        return text(x) + " " + text(y);
    }

    /** A sum of both cannot be written, so the part of the box stands for it. */
    private static String text(Quantity one) {
        return one.percent() != 0
                ? Numbers.of(one.percent()).text() + "%"
                : Numbers.of(one.number()).text();
    }
}
