package com.sothebais.stream.lottie;

import java.awt.geom.AffineTransform;

/**
 * Where a group or a layer is drawn.
 *
 * @param anchor what it turns about
 * @param position where the anchor is put
 * @param scale percent
 * @param degrees clockwise
 * @param opacity percent
 */
record Placing(Track<Values> anchor, Way position, Track<Values> scale, Track<Values> degrees, Track<Values> opacity) {

    /** A place over the frames: animators may ease across and down together or apart. */
    @FunctionalInterface
    interface Way {
        Values at(double frame);
    }

    static final Placing NONE = new Placing(
            Track.still(Values.of(0, 0)),
            frame -> Values.of(0, 0),
            Track.still(Values.of(100, 100)),
            Track.still(Values.of(0)),
            Track.still(Values.of(100)));

    AffineTransform at(double frame) {
        Values put = position.at(frame);
        AffineTransform place = AffineTransform.getTranslateInstance(put.get(0), put.get(1));
        place.rotate(Math.toRadians(degrees.at(frame).get(0)));
        place.scale(scale.at(frame).get(0) / 100, scale.at(frame).get(1) / 100);
        place.translate(-anchor.at(frame).get(0), -anchor.at(frame).get(1));
        return place;
    }

    /** 0 to 1. */
    double alpha(double frame) {
        return Math.max(0, Math.min(1, opacity.at(frame).get(0) / 100));
    }
}
