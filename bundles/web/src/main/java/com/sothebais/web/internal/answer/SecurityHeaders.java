package com.sothebais.web.internal.answer;

import java.util.function.BiConsumer;

/** The headers that keep browsers from doing more with our answers than we mean. */
public final class SecurityHeaders {
    /** Pages: everything from here; pictures and sound also as the page itself makes them. */
    private static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
            + "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Data is not for showing: nothing in it may run, load or be framed, pictures (SVG) included. */
    private static final String DATA_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private static final String ONE_YEAR = "max-age=31536000";

    private SecurityHeaders() {}

    /** For pages and what belongs to them. */
    public static void forPages(BiConsumer<String, String> header, boolean secure) {
        header.accept("Content-Security-Policy", PAGE_POLICY);
        common(header, secure);
    }

    /** For everything that is data. */
    public static void forAnswers(BiConsumer<String, String> header, boolean secure) {
        header.accept("Content-Security-Policy", DATA_POLICY);
        common(header, secure);
    }

    private static void common(BiConsumer<String, String> header, boolean secure) {
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("X-Frame-Options", "DENY");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("Cross-Origin-Resource-Policy", "same-origin");
        header.accept("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (secure) {
            header.accept("Strict-Transport-Security", ONE_YEAR);
        }
    }
}
