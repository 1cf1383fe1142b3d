package com.sothebais.auction.grammar;

import java.lang.Character.UnicodeScript;

/** Finds words and digits that are written to look like others. */
final class Scripts {
    /** Letters of other scripts, small capitals and the like. */
    private static final String FOREIGN = "авсеԁһіјкмнорԛѕтуԝхьзАВСЕНІЈКМОРЅТУХ" + "αβεηικμνορτυχΑΒΕΗΙΚΜΝΟΡΤΥΧ"
            + "ᎪᏴᏟᎠᎬᎻᏆᎫᏦᏞᎷᏢᏚᎢᏔ" + "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ" + "ıɑɡօսոհӏ";
    /** What each of them looks like. */
    private static final String LATIN = "abcedhijkmhopqstuwxbzabcehijkmopstyx" + "abenikmvoptuxabehikmnoptyx"
            + "abcdehijklmpstw" + "abcdeghijklmnoprstuvwyz" + "iagounhl";

    /** Besides those of ASCII. */
    private static final String DIGIT_LIKE = "ОоОЗзбΟοІіӏΙ";

    private static final int ASCII = 0x80;

    private static final long MEANS_MONEY = Role.mask(
            Role.VERB, Role.NOUN, Role.OFFER, Role.RAISE, Role.MIN, Role.MAX, Role.RETRACT, Role.PAID, Role.CONFIRM);

    private Scripts() {}

    /** Whether every character there looks like a digit or is one. */
    static boolean areLookAlikes(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigitLike(text[i])) {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isDigitLike(char c) {
        return switch (c) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> true;
            case 'o', 'O', 'l', 'I', 'i', 'S', 's', 'B', 'Z', 'z', '|' -> true;
            default -> c >= ASCII && DIGIT_LIKE.indexOf(c) >= 0;
        };
    }

    /** Whether the word has letters of more than one of Latin, Cyrillic and Greek. */
    static boolean isMixed(char[] text, int from, int to) {
        boolean latin = false;
        boolean cyrillic = false;
        boolean greek = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c < 0x80) {
                latin |= Characters.isLetter(c);
            } else if (Character.isLetter(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                latin |= script == UnicodeScript.LATIN;
                cyrillic |= script == UnicodeScript.CYRILLIC;
                greek |= script == UnicodeScript.GREEK;
            }
        }
        return latin && cyrillic || latin && greek || cyrillic && greek;
    }

    /** The word about money that an unknown one is written to look like, or {@link Word#UNKNOWN}. */
    static Word imitated(char[] text, int from, int to) {
        if (to - from > Vocabulary.WORD_MAX) {
            return Word.UNKNOWN;
        }
        char[] looks = null;
        for (int i = from; i < to; i++) {
            int index = text[i] < 0x80 ? -1 : FOREIGN.indexOf(text[i]);
            if (index >= 0) {
                looks = looks == null ? java.util.Arrays.copyOfRange(text, from, to) : looks;
                looks[i - from] = LATIN.charAt(index);
            }
        }
        Word word = looks == null ? Word.UNKNOWN : Vocabulary.find(looks, 0, looks.length);
        return word.unit() != null || (word.roles() & MEANS_MONEY) != 0 ? word : Word.UNKNOWN;
    }
}
