package com.sothebais.stream.scene;

import static com.sothebais.stream.scene.Palette.bold;
import static com.sothebais.stream.scene.Palette.lines;
import static com.sothebais.stream.scene.Palette.regular;

import com.sothebais.api.stream.Area;

/** The lower left quadrant: the host and what it says. */
final class HostQuadrant {
    private static final int CAPTION_MAX = 260;
    private static final int SPEAKER_MAX = 24;

    private HostQuadrant() {}

    /** @param about what stands beside a host that says nothing */
    static void put(Board board, HostPose host, String about) {
        board.panel("host.card", new Area(32, 446, 600, 216), Palette.CARD, Palette.CARD_EDGE, 14);
        board.figure("host.figure", new Area(40, 450, 208, 210), host.figure());
        if (host.caption().isEmpty()) {
            board.text(
                    "host.about",
                    new Area(268, 462, 346, 184),
                    Words.clean(about, CAPTION_MAX),
                    lines(regular(22, Palette.MIST), 6));
        }
        host.caption().ifPresent(caption -> {
            board.panel("caption.card", new Area(256, 458, 364, 192), Palette.BUBBLE, Palette.GOLD_EDGE, 16);
            board.text(
                    "caption.speaker",
                    new Area(274, 466, 328, 28),
                    Words.clean(caption.speaker(), SPEAKER_MAX),
                    bold(20, Palette.GOLD));
            board.text(
                    "caption.text",
                    new Area(274, 496, 330, 146),
                    Words.clean(caption.text(), CAPTION_MAX),
                    lines(regular(26, Palette.IVORY), 5));
        });
    }
}
