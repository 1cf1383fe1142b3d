package com.sothebais.web.internal.rest;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.Assets;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** Sends contents of assets, whole or in part, from the store to the client without holding them. */
final class AssetContent {
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private AssetContent() {}

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
        Optional<ByteRange> range = ByteRange.asked(request, tag, asset.sizeBytes());
        ByteRange sent = range.orElse(new ByteRange(0, asset.sizeBytes() - 1));
        // Nobody would read, and so close, the content of an answer to HEAD.
        return headers(ByteRange.answer(range, asset.sizeBytes()), tag)
                .entity(request.getMethod().equals("HEAD") ? ByteRange.NOTHING : stream(assets, asset, sent))
                .type(asset.mediaType())
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
        return answer.header("Cache-Control", FOR_EVER).header("ETag", tag);
    }

    /** Opened here, so that a store that fails is still an answer of its own. */
    private static StreamingOutput stream(Assets assets, Asset asset, ByteRange part) {
        InputStream content = assets.open(asset.id(), part.first())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "The content was removed a moment ago."));
        return out -> {
            try (content) {
                ByteRange.copy(content, out, part.length());
            }
        };
    }
}
