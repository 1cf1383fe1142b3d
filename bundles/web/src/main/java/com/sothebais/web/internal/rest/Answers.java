package com.sothebais.web.internal.rest;

import com.sothebais.web.internal.answer.AnswerCache;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Answer;
import java.util.Arrays;
import java.util.Map;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Makes HTTP answers of data and refusals. */
final class Answers {
    /** JSON is UTF-8; said explicitly because some clients guess. */
    static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    private static final int RETRY_SECONDS = 2;

    private static final int KEY_RETRY_SECONDS = 1;

    private Answers() {}

    static Response ok(Object data) {
        return json(Envelope.ok(data));
    }

    /** An answer that is in its envelope already. */
    static Response json(String envelope) {
        return Response.ok(envelope, JSON).header("Cache-Control", "no-store").build();
    }

    /** The answer of a call that changed something. */
    static Response of(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(JSON)
                .entity(answer.body())
                .header("Cache-Control", "no-store");
        return (answer.replayed() ? response.header("Idempotency-Replayed", "true") : response).build();
    }

    /**
     * An answer that caches may keep but must ask about each time.
     *
     * @param known the {@code If-None-Match} header, {@code null} without one
     */
    static Response tagged(AnswerCache.Text text, String known) {
        Response.ResponseBuilder response =
                matches(text.tag(), known) ? Response.notModified() : Response.ok(text.bytes(), JSON);
        return response.header("ETag", text.tag())
                .header("Cache-Control", "no-cache")
                .build();
    }

    /**
     * Whether the client has this answer, weakly, as If-None-Match compares.
     *
     * @param known the header, {@code null} without one
     */
    static boolean matches(String tag, String known) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(asked -> asked.equals("*") || strong(asked).equals(strong(tag)));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    static Response failure(Refusal refusal) {
        ErrorCode code = refusal.code();
        Response.ResponseBuilder answer = Response.status(code.status())
                .type(JSON)
                .header("Cache-Control", "no-store")
                .entity(Envelope.failure(refusal));
        if (code == ErrorCode.STARTING || code == ErrorCode.PART_UNAVAILABLE || code == ErrorCode.BUSY) {
            answer.header("Retry-After", RETRY_SECONDS);
        }
        if (code == ErrorCode.KEY_IN_USE) {
            answer.header("Retry-After", KEY_RETRY_SECONDS);
        }
        if (code == ErrorCode.NO_SUCH_RANGE && refusal.details() instanceof Map<?, ?> details) {
            answer.header("Content-Range", "bytes */" + details.get("bytes"));
        }
        return answer.build();
    }
}
