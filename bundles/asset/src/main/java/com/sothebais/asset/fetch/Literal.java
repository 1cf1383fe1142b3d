package com.sothebais.asset.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses written as numbers, in the one usual way; every other way, as octal or without all four parts, is none. */
final class Literal {
    private static final String PART = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(PART + "(\\." + PART + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]{2,39}");

    private Literal() {}

    /** @param text without brackets */
    static Optional<InetAddress> address(String text) {
        if (V4.matcher(text).matches()
                || text.indexOf(':') >= 0 && V6.matcher(text).matches()) {
            try {
                // What has this form is never looked up.
                return Optional.of(InetAddress.getByName(text));
            } catch (UnknownHostException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
