package com.sothebais.api.asset;

import java.util.Objects;
import java.util.OptionalLong;

/** The content or the name is not taken. The message says why and what to do. */
public final class AssetRefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final long max;
    private final long actual;

    /** Why. */
    public enum Reason {
        /** Not PNG, JPEG, GIF, WebP, SVG or MP4. */
        NOT_MEDIA,
        /** Cut off, damaged, or with something else behind its end. */
        DAMAGED,
        /** It would do something besides being shown: scripts, references to elsewhere, entities. */
        ACTIVE,
        /** The name cannot be used. */
        NAME,
        /** More bytes than the configuration allows. */
        LIMIT_BYTES,
        /** More pixels than the configuration allows, as the header says. */
        LIMIT_PIXELS,
        /** More elements of an SVG than the configuration allows, copies by {@code use} counted. */
        LIMIT_SVG_NODES
    }

    public AssetRefusedException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.max = -1;
        this.actual = -1;
    }

    /**
     * A limit was passed.
     *
     * @param max what is allowed
     * @param actual what there is, or at least so much when counting ended at the limit
     */
    public AssetRefusedException(Reason reason, String message, long max, long actual) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.max = max;
        this.actual = actual;
    }

    public Reason reason() {
        return reason;
    }

    /** What is allowed, when a limit was passed. */
    public OptionalLong max() {
        return max < 0 ? OptionalLong.empty() : OptionalLong.of(max);
    }

    /** What there is, when a limit was passed. */
    public OptionalLong actual() {
        return actual < 0 ? OptionalLong.empty() : OptionalLong.of(actual);
    }
}
