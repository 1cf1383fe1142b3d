package com.sothebais.stream.css;

import com.sothebais.stream.css.Turn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A list of transform functions, as CSS Transforms Level 1 has it; what turns in space is seen from far in front. */
record Turns(List<Turn> all) implements Value {
    /** Functions of one list. */
    private static final int TURNS_MAX = 50;

    Turns {
        all = List.copyOf(all);
    }

    /** @return empty when one of them is not understood */
    static Optional<Turns> of(String text, Reference reference) {
        String plain = text.strip();
        List<Turn> all = new ArrayList<>();
        if (plain.equalsIgnoreCase("none")) {
            return Optional.of(new Turns(all));
        }
        int from = 0;
        while (from < plain.length()) {
            int open = plain.indexOf('(', from);
            int close = open < 0 ? plain.length() : Cut.find(plain, open + 1, ")");
            if (close >= plain.length() || all.size() >= TURNS_MAX) {
                return Optional.empty();
            }
            Optional<List<Turn>> one =
                    Turn.of(plain.substring(from, open).strip(), plain.substring(open + 1, close), reference);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(one.get());
            from = close + 1;
            while (from < plain.length() && (plain.charAt(from) == ',' || Character.isWhitespace(plain.charAt(from)))) {
                from++;
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new Turns(all));
    }

    @Override
    public Value to(Value other, double share) {
        if (!(other instanceof Turns to)) {
            return share < 0.5 ? this : other;
        }
        List<Turn> mixed = new ArrayList<>();
        int count = Math.max(all.size(), to.all.size());
        for (int i = 0; i < count; i++) {
            // The shorter list goes on with what does nothing.
            Turn first = i < all.size() ? all.get(i) : to.all.get(i).nothing();
            Turn second = i < to.all.size() ? to.all.get(i) : first.nothing();
            if (first.kind() != second.kind() || first.kind() == Kind.MATRIX) {
                Optional<Matrix> from = rest(all, i);
                Optional<Matrix> end = rest(to.all, i);
                Optional<Turn> rest = from.isPresent() && end.isPresent()
                        ? from.get().to(end.get(), share).map(Turn::of)
                        : Optional.empty();
                if (rest.isEmpty()) {
                    return share < 0.5 ? this : other;
                }
                mixed.add(rest.get());
                break;
            }
            mixed.add(first.to(second, share));
        }
        return new Turns(mixed);
    }

    private static Optional<Matrix> rest(List<Turn> all, int from) {
        Matrix product = Matrix.NONE;
        for (Turn turn : all.subList(Math.min(from, all.size()), all.size())) {
            if (turn.matrix().isEmpty()) {
                return Optional.empty();
            }
            product = product.times(turn.matrix().get());
        }
        return Optional.of(product);
    }

    @Override
    public String text() {
        return all.isEmpty() ? "translate(0,0)" : all.stream().map(Turn::text).collect(Collectors.joining(" "));
    }
}
