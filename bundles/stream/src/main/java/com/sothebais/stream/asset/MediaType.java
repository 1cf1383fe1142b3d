package com.sothebais.stream.asset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises pictures by what they contain, never by their name. */
final class MediaType {

    /** Bytes from the beginning that are enough to tell. */
    static final int HEAD_BYTES = 4_096;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final int WEBP_AT = 8;
    private static final Pattern SVG = Pattern.compile(
            "\\A\\uFEFF?\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*(<!DOCTYPE\\s+svg[^>\\[]*>\\s*)?(<!--.*?-->\\s*)*<svg[\\s/>].*",
            Pattern.DOTALL);
    private static final Pattern ACTIVE =
            Pattern.compile("<!entity|<script|javascript:|\\son[a-z]+\\s*=|<foreignobject", Pattern.CASE_INSENSITIVE);

    private MediaType() {}

    /** The type of the content that begins so; empty when it is none of ours. */
    static Optional<String> of(byte[] head) {
        if (startsWith(head, PNG, 0)) {
            return Optional.of("image/png");
        }
        if (startsWith(head, JPEG, 0)) {
            return Optional.of("image/jpeg");
        }
        if (startsWith(head, ascii("GIF87a"), 0) || startsWith(head, ascii("GIF89a"), 0)) {
            return Optional.of("image/gif");
        }
        if (startsWith(head, ascii("RIFF"), 0) && startsWith(head, ascii("WEBP"), WEBP_AT)) {
            return Optional.of("image/webp");
        }
        String text = new String(head, 0, Math.min(head.length, HEAD_BYTES), StandardCharsets.UTF_8);
        return SVG.matcher(text).matches() ? Optional.of("image/svg+xml") : Optional.empty();
    }

    /** Whether an SVG would do something besides being a picture: run a script, expand entities. */
    static boolean isActive(byte[] svg) {
        return ACTIVE.matcher(new String(svg, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
                .find();
    }

    private static boolean startsWith(byte[] head, byte[] magic, int at) {
        if (head.length < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[at + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
