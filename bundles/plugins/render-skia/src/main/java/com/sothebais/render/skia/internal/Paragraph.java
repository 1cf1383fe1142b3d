package com.sothebais.render.skia.internal;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A text without line breaks, measured once for all sizes.
 *
 * @param ends how far it has come before each character and at its end, ems
 * @param breaks where a line may end, in ascending order; the last is the end of the text
 * @param leftToRight how it is read
 */
record Paragraph(String text, double[] ends, int[] breaks, boolean leftToRight) {

    static Paragraph of(String text, double[] ends) {
        BreakIterator iterator = BreakIterator.getLineInstance(Locale.ROOT);
        iterator.setText(text);
        int[] breaks = IntStream.generate(iterator::next)
                .takeWhile(at -> at != BreakIterator.DONE)
                .toArray();
        return new Paragraph(text, ends, breaks, Shaping.leftToRight(text));
    }

    int length() {
        return text.length();
    }

    /** Where the most whole words from here on end that fit; {@code from} when not even one does. Spaces at the end need no room. */
    int wordsEnd(int from, double widthEms) {
        int fitting = from;
        for (int end : breaks) {
            if (end > from) {
                if (ends[visibleEnd(from, end)] - ends[from] > widthEms) {
                    break;
                }
                fitting = end;
            }
        }
        return fitting;
    }

    private int visibleEnd(int from, int end) {
        int visible = end;
        while (visible > from && Character.isWhitespace(text.charAt(visible - 1))) {
            visible--;
        }
        return visible;
    }

    /** Where the most letters from here on end that fit; one at least. */
    int lettersEnd(int from, double widthEms) {
        int end = text.offsetByCodePoints(from, 1);
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (ends[next] - ends[from] > widthEms) {
                break;
            }
            end = next;
        }
        return end;
    }
}
