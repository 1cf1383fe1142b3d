package com.sothebais.web.internal.rest;

import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure becomes an envelope; details of our own mistakes stay in the log. */
@Component(service = ExceptionMapper.class)
@JaxrsExtension
public final class Failures implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return Answers.failure(refusal);
        }
        if (failure instanceof WebApplicationException refused) {
            ErrorCode code = ErrorCode.ofStatus(refused.getResponse().getStatus());
            if (code != ErrorCode.INTERNAL) {
                return Answers.failure(new Refusal(code, message(code)));
            }
        }
        if (failure instanceof IOException) {
            // Resources throw none, so it is the connection: the client left before the end of the answer.
            LOG.debug("a client went away", failure);
            return Answers.failure(new Refusal(ErrorCode.INVALID, "The connection broke; repeat the call."));
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("A call failed, incident {}.", incident, failure);
        return Answers.failure(new Refusal(
                ErrorCode.INTERNAL,
                "Something went wrong on our side; ask the operator to look for the incident in the log.",
                Map.of("incident", incident)));
    }

    private static String message(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing at this address; see /api/openapi.json for all addresses.";
            case METHOD_NOT_ALLOWED -> "This address does not take this method; see /api/openapi.json.";
            case NOT_ACCEPTABLE -> "This address answers in JSON only; accept application/json.";
            case NOT_JSON -> "Send the body as 'Content-Type: application/json'.";
            default -> "The call could not be understood; see /api/openapi.json.";
        };
    }
}
