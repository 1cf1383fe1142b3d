package com.sothebais.api.asset;

import java.util.Objects;

/** What a token says of itself, or its picture, could not be taken. The message says why and what to do. */
public final class TokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** Why. */
    public enum Problem {
        /** The address cannot be read, or begins with something that is not fetched. */
        ADDRESS,
        /** The address leads to a place that is never asked, as a machine of the own network. */
        FORBIDDEN,
        /** Nobody answered, or not with what was asked for, or not to the end; it may work later. */
        UNREACHABLE,
        /** More than is read. */
        LIMIT,
        /** It is no JSON object with what a token says of itself. */
        NOT_METADATA,
        /** It names no picture. */
        NO_PICTURE
    }

    public TokenException(Problem problem, String message) {
        super(message);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    public Problem problem() {
        return problem;
    }
}
