package com.sothebais.web.internal.answer;

import java.util.Map;

/** A call that cannot be answered as asked; becomes the error part of the {@link Envelope}. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> details;

    /** @param message for people; says what to do */
    public Refusal(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** @param details for programs, for example the field that is wrong */
    public Refusal(ErrorCode code, String message, Map<String, Object> details) {
        super(message);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    /** A part that the call needs is away. */
    public static Refusal unavailable(Class<?> part) {
        String name = part.getSimpleName();
        return new Refusal(
                ErrorCode.PART_UNAVAILABLE,
                "The part that provides '" + name + "' is not running; see /api/health and try again.",
                Map.of("part", name));
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
