package com.sothebais.stream.css;

/** A computed value of one property. Immutable. */
interface Value {
    /** What lies between this and another; half way it jumps where nothing does. @param share 0 to 1, and beyond where it swings */
    Value to(Value other, double share);

    /** As an attribute of SVG. */
    String text();

    /** Values between which there is nothing. */
    record Word(String text) implements Value {
        @Override
        public Value to(Value other, double share) {
            boolean here = isHidden(this) != isHidden(other) && share > 0 && share < 1 ? isHidden(other) : share < 0.5;
            return here ? this : other;
        }

        /** As CSS Animations has it of visibility and display: on the way from and to nothing there is something. */
        private static boolean isHidden(Value value) {
            return value.text().equals("none")
                    || value.text().equals("hidden")
                    || value.text().equals("collapse");
        }
    }
}
