package com.sothebais.auction.grammar;

import java.util.Locale;

/** Finds words that are written to look like others. */
final class Scripts {
    private static final String CYRILLIC_GREEK = "авсеԁһіјкмнорԛѕтуԝхьαβεηικμνορτυχАВСЕНІЈКМОРЅТУХΑΒΕΗΙΚΜΝΟΡΤΥΧ";
    private static final String LATIN_LOOKS = "abcedhijkmhopqstuwxbabenikmvoptuxabcehijkmopstyxabehikmnoptyx";

    private Scripts() {}

    /** Whether the word has letters of more than one of Latin, Cyrillic and Greek. */
    static boolean isMixed(String word) {
        boolean latin = false;
        boolean cyrillic = false;
        boolean greek = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLetter(c)) {
                Character.UnicodeScript script = Character.UnicodeScript.of(c);
                latin |= script == Character.UnicodeScript.LATIN;
                cyrillic |= script == Character.UnicodeScript.CYRILLIC;
                greek |= script == Character.UnicodeScript.GREEK;
            }
        }
        return latin && cyrillic || latin && greek || cyrillic && greek;
    }

    /** Whether the word is no known word itself but reads like one in Latin letters. */
    static boolean imitatesKnownWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x250) || Vocabulary.WORDS.knows(lower)) {
            return false;
        }
        StringBuilder looks = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int index = CYRILLIC_GREEK.indexOf(word.charAt(i));
            looks.append(index >= 0 ? LATIN_LOOKS.charAt(index) : word.charAt(i));
        }
        return Vocabulary.WORDS.knows(looks.toString().toLowerCase(Locale.ROOT));
    }
}
