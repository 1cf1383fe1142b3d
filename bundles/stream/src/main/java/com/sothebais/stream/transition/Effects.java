package com.sothebais.stream.transition;

import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Transition;

/** The effects in one size, with their pictures painted beforehand. */
public final class Effects {
    private final Fade fade = new Fade();
    private final Wipe wipe;
    private final Stinger stinger;

    /** Takes some ten milliseconds. */
    public Effects(Size size) {
        this.wipe = new Wipe(size);
        this.stinger = new Stinger(size);
    }

    /** @throws IllegalArgumentException for a cut, which mixes nothing */
    public Effect of(Transition.Kind kind) {
        return switch (kind) {
            case FADE -> fade;
            case WIPE -> wipe;
            case STINGER -> stinger;
            case CUT -> throw new IllegalArgumentException("a cut has no frames");
        };
    }
}
