package com.sothebais.web.internal.rest;

import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Makes HTTP answers of data and refusals. */
final class Answers {
    /** JSON is UTF-8; said explicitly because some clients guess. */
    static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    private static final int RETRY_SECONDS = 2;

    private Answers() {}

    static Response ok(Object data) {
        return json(Envelope.ok(data));
    }

    /** An answer that is in its envelope already. */
    static Response json(String envelope) {
        return Response.ok(envelope, JSON).header("Cache-Control", "no-store").build();
    }

    static Response failure(Refusal refusal) {
        ErrorCode code = refusal.code();
        Response.ResponseBuilder answer = Response.status(code.status())
                .type(JSON)
                .header("Cache-Control", "no-store")
                .entity(Envelope.failure(refusal));
        if (code == ErrorCode.STARTING || code == ErrorCode.PART_UNAVAILABLE) {
            answer.header("Retry-After", RETRY_SECONDS);
        }
        return answer.build();
    }
}
