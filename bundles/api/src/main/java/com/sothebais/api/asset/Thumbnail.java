package com.sothebais.api.asset;

/** The sizes that small pictures of assets are made in. */
public enum Thumbnail {
    SMALL(160),
    LARGE(640);

    private final int edgePixels;

    Thumbnail(int edgePixels) {
        this.edgePixels = edgePixels;
    }

    /** Longest edge; a smaller original keeps its size. */
    public int edgePixels() {
        return edgePixels;
    }
}
