package com.sothebais.stream.scene;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * The two invisible characters that spelling needs: the zero-width non-joiner and joiner. They belong where Unicode Standard Annex 31,
 * section 2.3.1, and Unicode Technical Standard 51 put them; anywhere else they only make one name look like another.
 */
final class Joiners {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_LOOK = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_SKIN = 0x1F3FB;
    private static final int LAST_SKIN = 0x1F3FF;

    /** Scripts whose letters join their neighbours. */
    private static final Set<UnicodeScript> CURSIVE = Set.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.NKO,
            UnicodeScript.MANDAIC);

    /** Scripts that tell by a joiner behind a virama which form of a letter is meant. */
    private static final Set<UnicodeScript> INDIC = Set.of(
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA);

    private static final Set<Integer> VIRAMAS =
            Set.of(0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D4D, 0x0DCA);

    private Joiners() {}

    /** Whether the character at a place is a joiner where one belongs. */
    static boolean belongs(String text, int at) {
        int character = text.codePointAt(at);
        if (character != NON_JOINER && character != JOINER || at == 0 || at + 1 >= text.length()) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at + 1);
        if (cursive(letterBefore(text, at)) && cursive(after)) {
            return true;
        }
        if (VIRAMAS.contains(before)) {
            return indic(after);
        }
        return character == JOINER && (emoji(before) || isPart(before) && emoji(baseBefore(text, at))) && emoji(after);
    }

    /** Whether a character is of one piece with what stands before it. */
    static boolean goesOn(int character) {
        int type = Character.getType(character);
        return character == JOINER
                || character == NON_JOINER
                || isPart(character)
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether what stands there is of one piece with what comes. */
    static boolean endsOpen(StringBuilder line) {
        if (line.length() == 0) {
            return false;
        }
        int last = line.charAt(line.length() - 1);
        return last == JOINER || last == NON_JOINER;
    }

    private static boolean isPart(int character) {
        return character == EMOJI_LOOK || character == KEYCAP || character >= FIRST_SKIN && character <= LAST_SKIN;
    }

    private static int baseBefore(String text, int at) {
        int place = at;
        while (place > 0 && isPart(text.codePointBefore(place))) {
            place -= Character.charCount(text.codePointBefore(place));
        }
        return place > 0 ? text.codePointBefore(place) : 0;
    }

    private static int letterBefore(String text, int at) {
        int place = at;
        while (place > 0 && Character.getType(text.codePointBefore(place)) == Character.NON_SPACING_MARK) {
            place -= Character.charCount(text.codePointBefore(place));
        }
        return place > 0 ? text.codePointBefore(place) : 0;
    }

    private static boolean cursive(int character) {
        return Character.isLetter(character) && CURSIVE.contains(UnicodeScript.of(character));
    }

    private static boolean indic(int character) {
        return Character.isLetter(character) && INDIC.contains(UnicodeScript.of(character));
    }

    /** Pictographs, and the signs of the older blocks that are written like them. */
    private static boolean emoji(int character) {
        return character >= 0x1F000 && character <= 0x1FAFF && !isPart(character)
                || character >= 0x2190 && character <= 0x2BFF && Character.getType(character) == Character.OTHER_SYMBOL;
    }
}
