package com.sothebais.web.internal.rest;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.Assets;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** Sends contents of assets, whole or in part, from the store to the client without holding them. */
final class AssetContent {
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int PARTIAL = 206;
    private static final Pattern RANGE = Pattern.compile("bytes=(?:([0-9]{1,18})-([0-9]{0,18})|-([0-9]{1,18}))");

    private AssetContent() {}

    /** Bytes from the first to the last, both among them. */
    private record Part(long first, long last) {
        long length() {
            return last - first + 1;
        }
    }

    /**
     * The content, the part that {@code Range} asks for, or that the client has it.
     *
     * @param disposition value of the header
     */
    static Response answer(Assets assets, Asset asset, HttpServletRequest request, String disposition) {
        String tag = "\"" + asset.id() + "\"";
        if (Answers.matches(tag, request.getHeader("If-None-Match"))) {
            return headers(Response.notModified(), tag).build();
        }
        Optional<Part> part = part(request, tag, asset.sizeBytes());
        Part sent = part.orElse(new Part(0, asset.sizeBytes() - 1));
        Response.ResponseBuilder answer = part.isPresent()
                ? Response.status(PARTIAL)
                        .header("Content-Range", "bytes " + sent.first() + "-" + sent.last() + "/" + asset.sizeBytes())
                : Response.ok();
        // Nobody would read, and so close, the content of an answer to HEAD.
        return headers(answer, tag)
                .entity(request.getMethod().equals("HEAD") ? null : stream(assets, asset, sent))
                .type(asset.mediaType())
                .header("Content-Length", sent.length())
                .header("Content-Disposition", disposition)
                .build();
    }

    /** A file that browsers save under the name, written for old ones and as RFC 6266 wants it. */
    static String attachment(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, String tag) {
        return answer.header("Cache-Control", FOR_EVER).header("ETag", tag).header("Accept-Ranges", "bytes");
    }

    /** Opened here, so that a store that fails is still an answer of its own. */
    private static StreamingOutput stream(Assets assets, Asset asset, Part part) {
        InputStream content = assets.open(asset.id(), part.first())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "The content was removed a moment ago."));
        return out -> {
            try (content) {
                copy(content, out, part.length());
            }
        };
    }

    private static void copy(InputStream content, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = length;
        while (left > 0) {
            int count = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("the store ended " + left + " bytes too early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /** One range; several, broken ones and those of another content are answered by the whole, as RFC 9110 allows. */
    private static Optional<Part> part(HttpServletRequest request, String tag, long size) {
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
        return first > last ? Optional.empty() : Optional.of(new Part(first, last));
    }
}
