package com.sothebais.api.stream;

/** A rectangle in pixels of the scene; the origin is the upper left corner. May reach beyond the scene; may be empty. */
public record Area(int x, int y, int width, int height) {
    public Area {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("negative extent " + width + "x" + height);
        }
    }

    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    public boolean touches(Area other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    /** What both cover; empty when they do not touch. */
    public Area intersection(Area other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        int right = Math.min(x + width, other.x + other.width);
        int bottom = Math.min(y + height, other.y + other.height);
        return new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** The smallest area that covers both. */
    public Area union(Area other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        int right = Math.max(x + width, other.x + other.width);
        int bottom = Math.max(y + height, other.y + other.height);
        return new Area(left, top, right - left, bottom - top);
    }
}
