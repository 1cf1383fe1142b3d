package com.sothebais.web.internal.answer;

/** Why a call failed. The names are stable codes that clients may rely on. */
public enum ErrorCode {
    /** The body is no JSON object, or a field is missing or wrong. */
    INVALID(400),
    /** The body is not JSON at all. */
    MALFORMED_JSON(400),
    /** The call needs a login. */
    NOT_LOGGED_IN(401),
    WRONG_NAME_OR_PASSWORD(401),
    /** The call came from a page of another site. */
    FOREIGN_ORIGIN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    /** What was asked cannot be done now. */
    CONFLICT(409),
    /** The lot has changed since the preview; {@code details.preview} is the new one. */
    BASIS_STALE(409),
    /** The first call with the same idempotency key has not ended; {@code Retry-After} says when to ask again. */
    KEY_IN_USE(409),
    /** The asset is shown somewhere; {@code details.uses} says where. */
    IN_USE(409),
    BODY_TOO_LARGE(413),
    NOT_JSON(415),
    /** The content is no picture or video of a kind that is taken. */
    NOT_MEDIA(415),
    /** No such part of the content. */
    NO_SUCH_RANGE(416),
    /** The idempotency key was used for a call with another body. */
    KEY_REUSED(422),
    /** The content is damaged, more than a picture, or beyond a limit; {@code details.reason} says which. */
    ASSET_REFUSED(422),
    /** A token's address, metadata or picture cannot be used; {@code details.problem} says which. */
    TOKEN_REFUSED(422),
    /** Too many failed logins. */
    LOCKED(429),
    TOO_MANY_REQUESTS(429),
    /** Our mistake; the log has the details under the incident id. */
    INTERNAL(500),
    /** The host that a token names did not answer as it should; it may work later. */
    TOKEN_UNREACHABLE(502),
    /** A part that the call needs is away. */
    PART_UNAVAILABLE(503),
    /** The state is still being read from the log. */
    STARTING(503),
    /** Too many calls of this kind run at this moment. */
    BUSY(503),
    /** The store is full. */
    NO_SPACE(507);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The code for a status that the web stack itself decided on. */
    public static ErrorCode ofStatus(int status) {
        for (ErrorCode code : values()) {
            if (code.status == status) {
                return code;
            }
        }
        return status >= 500 ? INTERNAL : INVALID;
    }
}
