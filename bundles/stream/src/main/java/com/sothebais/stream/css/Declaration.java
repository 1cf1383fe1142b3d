package com.sothebais.stream.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One property of a rule.
 *
 * @param property small letters, but for one that begins with two hyphens
 * @param important whether it is stronger than rules without that word, and than animations
 */
record Declaration(String property, String value, boolean important) {
    private static final String IMPORTANT = "!important";
    private static final String PREFIX = "-webkit-";

    /** Longest value; paths are the longest that are animated. */
    static final int VALUE_MAX_CHARS = 20_000;

    /** What an older name means today. */
    private static String today(String property) {
        boolean old = property.startsWith(PREFIX + "animation") || property.startsWith(PREFIX + "transform");
        return old ? property.substring(PREFIX.length()) : property;
    }

    boolean isCustom() {
        return property.startsWith("--");
    }

    /** What is between the brackets of a rule; what is damaged is left out. */
    static List<Declaration> list(String block) {
        List<Declaration> declarations = new ArrayList<>();
        for (String one : Cut.split(block, ';')) {
            int colon = one.indexOf(':');
            if (colon <= 0) {
                continue;
            }
            String name = one.substring(0, colon).strip();
            String value = one.substring(colon + 1).strip();
            String tail = value.toLowerCase(Locale.ROOT).replaceAll("!\\s{0,20}important$", IMPORTANT);
            boolean important = tail.endsWith(IMPORTANT);
            if (important) {
                value = value.substring(0, value.lastIndexOf('!')).strip();
            }
            if (!value.isEmpty() && value.length() <= VALUE_MAX_CHARS && isName(name)) {
                String property = name.startsWith("--") ? name : today(name.toLowerCase(Locale.ROOT));
                declarations.add(new Declaration(property, value, important));
            }
        }
        return declarations;
    }

    /** Names become names of attributes, so nothing else may be in them. */
    private static boolean isName(String name) {
        return name.chars().allMatch(one -> one == '-' || one == '_' || one < 128 && Character.isLetterOrDigit(one));
    }
}
