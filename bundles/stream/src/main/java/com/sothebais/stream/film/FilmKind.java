package com.sothebais.stream.film;

import java.util.Optional;

/** Files that are played, told by how they begin. */
public enum FilmKind {
    /** ISO/IEC 14496-12 and -14. */
    MP4("mov", "h264,hevc,vp9,libaom-av1,mpeg4"),
    GIF("gif", "gif");

    /** Bytes at the beginning that tell the kind. */
    public static final int HEAD_BYTES = 8;

    private final String format;
    private final String codecs;

    FilmKind(String format, String codecs) {
        this.format = format;
        this.codecs = codecs;
    }

    /** FFmpeg's name of the one reader of files that is used. */
    String format() {
        return format;
    }

    /** FFmpeg's names of the decoders that may be used, with commas. */
    String codecs() {
        return codecs;
    }

    /** @param head the first {@link #HEAD_BYTES} bytes, or more */
    public static Optional<FilmKind> of(byte[] head) {
        if (has(head, 0, "GIF8")) {
            return Optional.of(GIF);
        }
        return has(head, 4, "ftyp") ? Optional.of(MP4) : Optional.empty();
    }

    private static boolean has(byte[] head, int at, String text) {
        if (head.length < at + text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (head[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
