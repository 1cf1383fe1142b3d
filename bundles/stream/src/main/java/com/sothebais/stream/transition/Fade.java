package com.sothebais.stream.transition;

/** The picture before becomes the new one, everywhere at the same time. */
final class Fade implements Effect {
    @Override
    public void mix(Pictures pictures, int step, int steps) {
        int weight = Blend.eased(step * Blend.FULL / (steps + 1), Blend.FULL);
        int[] from = pictures.from();
        int[] to = pictures.to();
        int[] out = pictures.out();
        for (int i = 0; i < out.length; i++) {
            out[i] = Blend.mix(from[i], to[i], weight);
        }
    }
}
