package com.sothebais.auction.grammar;

/** Knows laughing at any length: hahahaha, jajaja, lolol, kkkk, www. */
final class Laughter {
    /** Stands for every laugh. */
    static final Word WORD = Vocabulary.find("haha");

    private static final String[] PAIRS = {"ha", "he", "hi", "ja", "je", "ji", "lo", "xa", "rs", "ха", "хе", "хи", "ах"
    };
    private static final String SINGLES = "kwㅋㅎه";
    private static final int SHORTEST = 3;
    private static final int LONGEST_LOOKED_AT = 64;

    private Laughter() {}

    static boolean isIn(char[] text, int from, int to) {
        if (to - from < SHORTEST) {
            return false;
        }
        char one = Characters.lower(text[from]);
        char other = 0;
        int ones = 0;
        for (int i = from; i < Math.min(to, from + LONGEST_LOOKED_AT); i++) {
            char c = Characters.lower(text[i]);
            if (c == one) {
                ones++;
            } else if (other == 0 || c == other) {
                other = c;
            } else {
                return startsWith(text, from, "lmao") || startsWith(text, from, "lmfao");
            }
        }
        if (other == 0) {
            return SINGLES.indexOf(one) >= 0;
        }
        boolean both = ones > 1 && to - from - ones > 1;
        return both && isPair(one, other);
    }

    private static boolean isPair(char one, char other) {
        for (String pair : PAIRS) {
            if (pair.indexOf(one) >= 0 && pair.indexOf(other) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(char[] text, int from, String start) {
        for (int i = 0; i < start.length(); i++) {
            if (from + i >= text.length || Characters.lower(text[from + i]) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
