package com.sothebais.web.internal.json;

import com.sothebais.api.stream.Clips.Clip;

/** The film of one lot. @param href where it is */
public record ClipJson(
        String auction, int lot, String title, String opened, long lengthMillis, long bytes, String href) {

    public static ClipJson of(Clip clip) {
        return new ClipJson(
                clip.auction().value(),
                clip.lot(),
                clip.title(),
                clip.opened().toString(),
                clip.length().toMillis(),
                clip.bytes(),
                "/api/clips/" + clip.auction().value());
    }
}
