package com.sothebais.asset.fetch;

import java.io.IOException;
import java.io.InputStream;
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
    /** Lines end at a line feed alone: what else Java takes for the end of one, 0x85, is inside of letters in UTF-8. */
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?", Pattern.UNIX_LINES);

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

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
            add(fields, line);
        }
        return new Head(Integer.parseInt(status.group(1)), Map.copyOf(fields));
    }

    /** Without a pattern for the whole line, which would try every way of dividing the blanks that a stranger sends. */
    private static void add(Map<String, String> fields, String line) throws IOException {
        int colon = line.indexOf(':');
        if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches() || line.indexOf('\r') >= 0) {
            throw new IOException("its answer has a broken header");
        }
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        fields.merge(name, line.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
    }

    /** A line without its end, one character a byte. */
    static String line(InputStream in, int[] left) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("it broke off before its answer was whole");
            }
            if (--left[0] < 0) {
                throw new IOException("its answer begins with more than " + BYTES_MAX + " bytes of headers");
            }
            line.append((char) next);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }
}
