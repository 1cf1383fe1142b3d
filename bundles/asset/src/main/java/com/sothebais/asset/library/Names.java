package com.sothebais.asset.library;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import java.text.Normalizer;
import java.util.stream.Collectors;

/** Names of assets. They are for people and never become the name of a file; even so none is taken that could be a path. */
public final class Names {
    /** What a made name has of the title, characters. */
    private static final int TITLE_MAX = 80;

    private static final int HASH_SHOWN = 8;

    private Names() {}

    /**
     * A name for content that came without one: its title, so that people find it, and the beginning of its hash, so that two works of
     * one title never become versions of each other.
     */
    public static String of(String title, Asset content) {
        String printable = Normalizer.normalize(title, Normalizer.Form.NFC)
                .codePoints()
                .filter(Names::isPrintable)
                .mapToObj(character -> character == '/' || character == '\\' ? "-" : Character.toString(character))
                .limit(TITLE_MAX)
                .collect(Collectors.joining());
        String start = printable.replaceFirst("^[.\\s]+", "").strip();
        return (start.isEmpty() ? "token" : start) + " " + content.id().value().substring(0, HASH_SHOWN) + "."
                + ending(content.mediaType());
    }

    private static String ending(String mediaType) {
        return mediaType.substring(mediaType.indexOf('/') + 1).replace("svg+xml", "svg");
    }

    /** The name in the form that is compared: composed characters. */
    static String checked(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (composed.isBlank() || composed.length() > AssetLibrary.NAME_MAX) {
            throw refused("takes 1 to " + AssetLibrary.NAME_MAX + " characters");
        }
        if (!composed.equals(composed.strip())) {
            throw refused("has spaces at its ends");
        }
        if (composed.indexOf('/') >= 0 || composed.indexOf('\\') >= 0 || composed.startsWith(".")) {
            throw refused("has slashes or begins with a dot");
        }
        if (!composed.codePoints().allMatch(Names::isPrintable)) {
            throw refused("has characters that cannot be seen");
        }
        return composed;
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static AssetRefusedException refused(String why) {
        return new AssetRefusedException(
                Reason.NAME, "The name " + why + "; give one such as 'koi.png', without a folder.");
    }
}
