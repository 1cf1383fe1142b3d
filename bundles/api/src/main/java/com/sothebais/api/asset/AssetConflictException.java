package com.sothebais.api.asset;

import java.util.List;
import java.util.Objects;

/** What was asked of the library cannot be done now. The message says what to do. */
public final class AssetConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Obstacle obstacle;
    private final transient List<AssetUse> uses;

    /** What is in the way. */
    public enum Obstacle {
        /** No asset has the number. */
        UNKNOWN,
        /** Something shows it; {@link #uses} says what. */
        IN_USE,
        /** It is in the trash already, or it is not, or its time there is over. */
        STATE,
        /** Another asset has the name now. */
        NAME_TAKEN,
        /** Too many uploads at this moment. */
        BUSY,
        /** The store has too little space left. */
        NO_SPACE
    }

    public AssetConflictException(Obstacle obstacle, String message) {
        this(obstacle, message, List.of());
    }

    /** @param uses what is in the way, when it is uses */
    public AssetConflictException(Obstacle obstacle, String message, List<AssetUse> uses) {
        super(message);
        this.obstacle = Objects.requireNonNull(obstacle, "obstacle");
        this.uses = List.copyOf(uses);
    }

    public Obstacle obstacle() {
        return obstacle;
    }

    public List<AssetUse> uses() {
        return uses == null ? List.of() : uses;
    }
}
