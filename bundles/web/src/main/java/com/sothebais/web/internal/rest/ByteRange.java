package com.sothebais.web.internal.rest;

import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** The part of a content that a client wants (RFC 9110, range requests): bytes from the first to the last, both among them. */
record ByteRange(long first, long last) {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int PARTIAL = 206;
    private static final Pattern RANGE = Pattern.compile("bytes=(?:([0-9]{1,18})-([0-9]{0,18})|-([0-9]{1,18}))");

    /** The content of an answer to HEAD; with none at all the server would say that the content has no bytes. */
    static final StreamingOutput NOTHING = out -> {};

    long length() {
        return last - first + 1;
    }

    /**
     * The one range that is asked for. Several, broken ones and those of another content are answered by the whole, as the standard
     * allows.
     *
     * @param tag of the content, strong
     * @param size of the content, 1 or more
     * @throws Refusal when the content is shorter
     */
    static Optional<ByteRange> asked(HttpServletRequest request, String tag, long size) {
        String range = request.getHeader("Range");
        String condition = request.getHeader("If-Range");
        Matcher wanted = RANGE.matcher(range == null ? "" : range.strip());
        if (!wanted.matches() || condition != null && !condition.equals(tag)) {
            return Optional.empty();
        }
        boolean tail = wanted.group(1) == null;
        long first = tail ? Math.max(0, size - Long.parseLong(wanted.group(3))) : Long.parseLong(wanted.group(1));
        long last = tail || wanted.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(wanted.group(2)));
        if (first >= size) {
            throw new Refusal(
                    ErrorCode.NO_SUCH_RANGE, "The content has " + size + " bytes only.", Map.of("bytes", size));
        }
        return first > last ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    /** An answer for the part, or for the whole when none is asked for; without the content itself. */
    static Response.ResponseBuilder answer(Optional<ByteRange> asked, long size) {
        Response.ResponseBuilder answer = asked.isPresent()
                ? Response.status(PARTIAL)
                        .header(
                                "Content-Range",
                                "bytes " + asked.get().first() + "-"
                                        + asked.get().last() + "/" + size)
                : Response.ok();
        return answer.header("Content-Length", asked.map(ByteRange::length).orElse(size))
                .header("Accept-Ranges", "bytes");
    }

    /** Sends the next bytes of the content. */
    static void copy(InputStream content, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = length;
        while (left > 0) {
            int count = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("the content ended " + left + " bytes too early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }
}
