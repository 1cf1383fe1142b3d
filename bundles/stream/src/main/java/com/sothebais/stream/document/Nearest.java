package com.sothebais.stream.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of the words that exist somebody may have meant. */
public final class Nearest {
    /** Names with more changed letters than this share of theirs are other names. */
    private static final int LETTERS_A_MISTAKE = 3;

    private static final int LISTED_MAX = 12;

    private Nearest() {}

    /** The end of a message: a suggestion, else what there is. */
    public static String advice(String wrong, Collection<String> known) {
        Optional<String> near = known.stream()
                .min(Comparator.<String>comparingInt(word -> distance(wrong, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(wrong, word)
                        <= Math.max(1, Math.max(wrong.length(), word.length()) / LETTERS_A_MISTAKE));
        if (near.isPresent()) {
            return "; did you mean '" + near.get() + "'?";
        }
        if (known.isEmpty()) {
            return "; there is none";
        }
        String more = known.size() > LISTED_MAX ? " and " + (known.size() - LISTED_MAX) + " more" : "";
        return "; there is "
                + String.join(", ", known.stream().limit(LISTED_MAX).toList()) + more;
    }

    /** Letters to change, add or leave out; two letters in the wrong order count once. */
    public static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }
}
