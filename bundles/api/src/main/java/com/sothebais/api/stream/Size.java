package com.sothebais.api.stream;

/** Pixels of a picture; both even, as 4:2:0 video needs, 16 to 7,680. */
public record Size(int width, int height) {
    /** 1280 by 720. */
    public static final Size HD = new Size(1280, 720);

    /** 1920 by 1080. */
    public static final Size FULL_HD = new Size(1920, 1080);

    private static final int MIN = 16;
    private static final int MAX = 7_680;

    public Size {
        if (width < MIN || height < MIN || width > MAX || height > MAX || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("expected even " + MIN + ".." + MAX + ", got " + width + "x" + height);
        }
    }
}
