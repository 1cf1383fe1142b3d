package com.sothebais.asset.token;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Contents inside of an address (RFC 2397), as contracts write them: also without escapes, and with {@code utf8} for the kind of text.
 * The media type is not believed and therefore not kept.
 */
final class DataUri {
    private static final String START = "data:";
    private static final String BASE64 = ";base64";

    /** Longest media type with its parameters, characters. */
    private static final int TYPE_MAX = 500;

    private DataUri() {}

    static boolean is(String uri) {
        return uri.regionMatches(true, 0, START, 0, START.length());
    }

    /** @throws TokenException when there is no content in it */
    static byte[] decode(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0 || comma > TYPE_MAX) {
            throw broken("has no comma before its content");
        }
        String type = uri.substring(START.length(), comma).toLowerCase(Locale.ROOT);
        byte[] content = unescaped(uri.substring(comma + 1));
        return type.strip().endsWith(BASE64) ? base64(content) : content;
    }

    static String of(String mediaType, byte[] content) {
        return START + mediaType + BASE64 + "," + Base64.getEncoder().encodeToString(content);
    }

    private static byte[] base64(byte[] text) {
        String letters = new String(text, StandardCharsets.ISO_8859_1)
                .replaceAll("\\s", "")
                .replace('-', '+')
                .replace('_', '/');
        try {
            return Base64.getDecoder().decode(letters);
        } catch (IllegalArgumentException e) {
            throw broken("has content that is not Base64");
        }
    }

    /** A percent sign that escapes nothing is one: drawings have widths of 100%. */
    private static byte[] unescaped(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int high = bytes[at] == '%' ? digit(bytes, at + 1) : -1;
            int low = high < 0 ? -1 : digit(bytes, at + 2);
            if (low >= 0) {
                out.write(high << 4 | low);
                at += 2;
            } else {
                out.write(bytes[at]);
            }
        }
        return out.toByteArray();
    }

    private static int digit(byte[] bytes, int at) {
        return at < bytes.length && bytes[at] > 0 ? Character.digit(bytes[at], 16) : -1;
    }

    private static TokenException broken(String why) {
        return new TokenException(
                Problem.ADDRESS, "The data: address " + why + "; copy it whole from the token's contract.");
    }
}
