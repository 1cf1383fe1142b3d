package com.sothebais.stream.css;

import com.sothebais.stream.markup.Numbers;

/** The data of a path; between two there are others when both have the same commands. */
record Outline(Numbers numbers) implements Value {
    @Override
    public Value to(Value other, double share) {
        if (other instanceof Outline to && numbers.isLike(to.numbers)) {
            return new Outline(numbers.between(to.numbers, share));
        }
        return share < 0.5 ? this : other;
    }

    @Override
    public String text() {
        return numbers.text();
    }
}
