package com.sothebais.asset.check;

import com.sothebais.api.asset.NamedAsset.Shape;

/**
 * Content that is taken.
 *
 * @param mediaType for example {@code image/png}
 */
public record Checked(String mediaType, Shape shape) {
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";
    public static final String GIF = "image/gif";
    public static final String WEBP = "image/webp";
    public static final String SVG = "image/svg+xml";
    public static final String MP4 = "video/mp4";
}
