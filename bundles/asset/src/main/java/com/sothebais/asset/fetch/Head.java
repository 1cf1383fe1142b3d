package com.sothebais.asset.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of an answer of HTTP/1.1.
 *
 * @param fields by their names in lower case; of those that come twice, all with commas between
 */
record Head(int status, Map<String, String> fields) {
    /** Longest beginning of an answer, bytes. */
    static final int BYTES_MAX = 32 * 1024;

    /** Answers that only announce the real one. */
    private static final int INTERIM_MAX = 3;

    private static final int INTERIM_BELOW = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

    static Head read(InputStream in) throws IOException {
        for (int answers = 0; answers <= INTERIM_MAX; answers++) {
            Head head = one(in);
            if (head.status() >= INTERIM_BELOW) {
                return head;
            }
        }
        throw new IOException("it announces an answer and gives none");
    }

    private static Head one(InputStream in) throws IOException {
        int[] left = {BYTES_MAX};
        Matcher status = STATUS.matcher(line(in, left));
        if (!status.matches()) {
            throw new IOException("it does not speak HTTP");
        }
        Map<String, String> fields = new HashMap<>();
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw new IOException("its answer has a broken header");
            }
            fields.merge(field.group(1).toLowerCase(Locale.ROOT), field.group(2), (one, other) -> one + ", " + other);
        }
        return new Head(Integer.parseInt(status.group(1)), Map.copyOf(fields));
    }

    /** A line without its end. */
    static String line(InputStream in, int[] left) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("it broke off before its answer was whole");
            }
            if (--left[0] < 0) {
                throw new IOException("its answer begins with more than " + BYTES_MAX + " bytes of headers");
            }
            line.append(new String(new byte[] {(byte) next}, StandardCharsets.ISO_8859_1));
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }
}
