package com.sothebais.web.internal.answer;

import java.util.List;
import java.util.Map;

/** A call that cannot be answered as asked; becomes the error part of the {@link Envelope}. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Object details;
    private final transient List<Mistake> mistakes;

    /** @param message for people; says what to do */
    public Refusal(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** @param details for programs, for example the field that is wrong */
    public Refusal(ErrorCode code, String message, Map<String, Object> details) {
        this(code, message, (Object) Map.copyOf(details));
    }

    private Refusal(ErrorCode code, String message, Object details) {
        super(message);
        this.code = code;
        this.details = details;
        this.mistakes = List.of();
    }

    private Refusal(String message, List<Mistake> mistakes) {
        super(message);
        this.code = ErrorCode.INVALID;
        this.details = mistakes;
        this.mistakes = mistakes;
    }

    /**
     * One mistake of a body.
     *
     * @param path where, for example {@code lots[2].seller}; empty for the body as a whole
     * @param message one sentence
     */
    public record Mistake(String path, String message) {}

    /**
     * A body with mistakes.
     *
     * @param mistakes all of them, at least one
     */
    public static Refusal invalid(List<Mistake> mistakes) {
        String first = mistakes.get(0).message();
        String message = mistakes.size() == 1
                ? first
                : "The body has " + mistakes.size() + " mistakes; the first: " + first + " All are in 'details'.";
        return new Refusal(message, List.copyOf(mistakes));
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

    /** Of a body; empty when it is something else that is wrong. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** An object, or the list of all mistakes of a body. */
    public Object details() {
        return details;
    }
}
