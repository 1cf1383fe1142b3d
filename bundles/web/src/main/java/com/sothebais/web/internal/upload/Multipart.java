package com.sothebais.web.internal.upload;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the file in a form as browsers send it (RFC 7578), without reading more of it than its head. */
public final class Multipart {
    private static final int PARTS_MAX = 10;
    private static final int LINE_MAX_BYTES = 2_000;
    private static final int HEADERS_MAX = 10;
    private static final int FIELD_MAX_BYTES = 1_000;
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"\\r\\n]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILENAME = Pattern.compile("[;\\s]filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILENAME_UTF8 =
            Pattern.compile("[;\\s]filename\\*=utf-8''([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"?([^\";]*)", Pattern.CASE_INSENSITIVE);

    private final PartStream stream;
    private Optional<String> name = Optional.empty();

    private Multipart(PartStream stream) {
        this.stream = stream;
    }

    public static boolean is(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * The file in the form; a field {@code name} before it wins over the name that the file has.
     *
     * @throws IOException when there is none or the form is broken; the message says what is expected
     */
    public static FileBody file(String contentType, InputStream body) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new IOException("the Content-Type names no boundary");
        }
        String delimiter = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        PartStream stream = new PartStream(body, "\r\n" + delimiter);
        if (!stream.line(LINE_MAX_BYTES).equals(delimiter)) {
            throw new IOException("the body does not begin with its boundary");
        }
        return new Multipart(stream).find();
    }

    private FileBody find() throws IOException {
        for (int part = 0; part < PARTS_MAX; part++) {
            String disposition = disposition();
            Optional<String> filename = filename(disposition);
            if (filename.isPresent()) {
                return new FileBody(name.or(() -> filename), stream);
            }
            field(disposition);
            stream.next();
            if (!stream.line(LINE_MAX_BYTES).isEmpty()) {
                break;
            }
        }
        throw new IOException("the form has no file in its first " + PARTS_MAX + " parts");
    }

    private String disposition() throws IOException {
        String disposition = "";
        for (int header = 0; header < HEADERS_MAX; header++) {
            String line = stream.line(LINE_MAX_BYTES);
            if (line.isEmpty()) {
                return disposition;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                disposition = line;
            }
        }
        throw new IOException("a part of the form has more than " + HEADERS_MAX + " headers");
    }

    private void field(String disposition) throws IOException {
        byte[] value = stream.readNBytes(FIELD_MAX_BYTES + 1);
        if (value.length > FIELD_MAX_BYTES) {
            throw new IOException("a field of the form is longer than " + FIELD_MAX_BYTES + " bytes");
        }
        Matcher field = NAME.matcher(disposition);
        if (field.find() && field.group(1).equals("name") && value.length > 0) {
            name = Optional.of(new String(value, StandardCharsets.UTF_8));
        }
    }

    private static Optional<String> filename(String disposition) {
        Matcher utf8 = FILENAME_UTF8.matcher(disposition);
        if (utf8.find()) {
            return Optional.of(decoded(utf8.group(1)));
        }
        Matcher plain = FILENAME.matcher(disposition);
        return plain.find() ? Optional.of(plain.group(1).replace("%22", "\"")) : Optional.empty();
    }

    /** The sender's text, with broken escapes left as they are: the name is looked at later anyway. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
