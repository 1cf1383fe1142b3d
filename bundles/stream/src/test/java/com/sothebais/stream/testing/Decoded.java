package com.sothebais.stream.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * A file, decoded whole.
 *
 * @param pictureSeconds when each picture is shown
 * @param luma the middle row of each picture
 * @param loudness root mean square of each decoded block of sound
 */
public record Decoded(
        int width,
        int height,
        int colorspace,
        List<Double> pictureSeconds,
        List<byte[]> luma,
        List<Double> soundSeconds,
        List<Double> loudness) {

    public static Decoded file(Path file) {
        Collector collector = new Collector();
        Playback.of(file, collector);
        return new Decoded(
                collector.width,
                collector.height,
                collector.colorspace,
                collector.pictureSeconds,
                collector.luma,
                collector.soundSeconds,
                collector.loudness);
    }

    private static final class Collector implements Playback.Viewer {
        private final List<Double> pictureSeconds = new ArrayList<>();
        private final List<byte[]> luma = new ArrayList<>();
        private final List<Double> soundSeconds = new ArrayList<>();
        private final List<Double> loudness = new ArrayList<>();
        private int width;
        private int height;
        private int colorspace;

        @Override
        public void track(AVStream stream) {
            if (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                width = stream.codecpar().width();
                height = stream.codecpar().height();
                colorspace = stream.codecpar().color_space();
            }
        }

        @Override
        public void picture(double seconds, AVFrame frame) {
            int middle = frame.height() / 2 * frame.width();
            pictureSeconds.add(seconds);
            luma.add(Arrays.copyOfRange(Playback.luma(frame), middle, middle + frame.width()));
        }

        @Override
        public void sound(double seconds, float[] left, float[] right) {
            double squares = 0;
            for (float sample : left) {
                squares += sample * sample;
            }
            soundSeconds.add(seconds);
            loudness.add(Math.sqrt(squares / left.length));
        }
    }

    /** The longest time between two pictures, in seconds. */
    public double longestGap() {
        double longest = 0;
        for (int i = 1; i < pictureSeconds.size(); i++) {
            longest = Math.max(longest, pictureSeconds.get(i) - pictureSeconds.get(i - 1));
        }
        return longest;
    }
}
