package com.sothebais.stream.testing;

import com.sothebais.api.stream.Area;
import com.sothebais.stream.sound.LoudnessMeter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * What can be said about a recording without knowing what it should show.
 *
 * @param seconds from the first picture to the last
 * @param startOffset seconds from the first picture to the first sound
 * @param ordered whether the times of both tracks only ever rise
 * @param longestPictureGap seconds between two pictures
 * @param longestSoundGap seconds between the starts of two blocks of sound, without the first
 * @param longestFreeze seconds in which no part of the picture changed visibly
 * @param lufs integrated loudness
 * @param changes when the watched area changed visibly
 */
public record RecordingCheck(
        double seconds,
        double startOffset,
        boolean ordered,
        double longestPictureGap,
        double longestSoundGap,
        double longestFreeze,
        double lufs,
        List<Double> changes) {

    /** Checks the whole picture. */
    public static RecordingCheck of(Path file) {
        return check(file, Optional.empty());
    }

    /** Watches an area besides, in which for example a countdown runs. */
    public static RecordingCheck of(Path file, Area watched) {
        return check(file, Optional.of(watched));
    }

    private static RecordingCheck check(Path file, Optional<Area> watched) {
        Inspector inspector = new Inspector(watched);
        Playback.of(file, inspector);
        return new RecordingCheck(
                inspector.pictures.last - inspector.pictures.first,
                inspector.sound.first - inspector.pictures.first,
                inspector.packetsOrdered,
                inspector.pictures.longest,
                inspector.sound.longest,
                Math.max(inspector.whole.longestStill, inspector.pictures.last - inspector.whole.changed),
                inspector.meter.integrated(),
                inspector.part.map(part -> part.changes).orElse(List.of()));
    }

    private static final class Times {
        private double first = Double.NaN;
        private double last = Double.NaN;
        private double longest;
        private int unregarded;

        /** @param unregarded so many gaps at the beginning do not count */
        Times(int unregarded) {
            this.unregarded = unregarded;
        }

        void at(double seconds) {
            first = Double.isNaN(first) ? seconds : first;
            if (!Double.isNaN(last) && unregarded-- <= 0) {
                longest = Math.max(longest, seconds - last);
            }
            last = seconds;
        }
    }

    /** An area of the picture against how it looked when it last changed. */
    private static final class Stillness {
        private static final int BLOCK = 16;
        // A keyframe draws what has not changed a little differently; a digit or an eyelid differs far more in its
        // block.
        private static final int VISIBLE = 4;

        private final List<Double> changes = new ArrayList<>();
        private byte[] before = new byte[0];
        private double changed;
        private double longestStill;

        void look(double seconds, byte[] luma, int stride, Area area) {
            if (before.length == luma.length && !differs(luma, stride, area)) {
                longestStill = Math.max(longestStill, seconds - changed);
                return;
            }
            changes.add(seconds);
            before = luma;
            changed = seconds;
        }

        private boolean differs(byte[] luma, int stride, Area area) {
            for (int y = area.y(); y + BLOCK <= area.y() + area.height(); y += BLOCK) {
                for (int x = area.x(); x + BLOCK <= area.x() + area.width(); x += BLOCK) {
                    if (difference(luma, stride, x, y) > VISIBLE * BLOCK * BLOCK) {
                        return true;
                    }
                }
            }
            return false;
        }

        private int difference(byte[] luma, int stride, int x, int y) {
            int sum = 0;
            for (int row = y; row < y + BLOCK; row++) {
                for (int i = row * stride + x; i < row * stride + x + BLOCK; i++) {
                    sum += Math.abs((luma[i] & 0xFF) - (before[i] & 0xFF));
                }
            }
            return sum;
        }
    }

    private static final class Inspector implements Playback.Viewer {
        private final Times pictures = new Times(0);
        // The container puts the first block at zero and stretches it up to the second, which is in time.
        private final Times sound = new Times(1);
        private final Stillness whole = new Stillness();
        private final Optional<Area> watched;
        private final Optional<Stillness> part;
        private final LoudnessMeter meter = new LoudnessMeter();
        private final double[] lastPacket = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        private boolean packetsOrdered = true;

        Inspector(Optional<Area> watched) {
            this.watched = watched;
            this.part = watched.map(area -> new Stillness());
        }

        @Override
        public void packet(double seconds, AVPacket packet, AVStream stream) {
            packetsOrdered &= seconds > lastPacket[stream.index()];
            lastPacket[stream.index()] = seconds;
        }

        @Override
        public void picture(double seconds, AVFrame frame) {
            pictures.at(seconds);
            byte[] luma = Playback.luma(frame);
            whole.look(seconds, luma, frame.width(), new Area(0, 0, frame.width(), frame.height()));
            part.ifPresent(still -> still.look(seconds, luma, frame.width(), watched.orElseThrow()));
        }

        @Override
        public void sound(double seconds, float[] left, float[] right) {
            sound.at(seconds);
            meter.measure(left, right);
        }
    }

    /** Seconds that a countdown in the watched area stood still beyond its second, at the worst. */
    public double longestRepeat() {
        double longest = 0;
        for (int i = 1; i < changes.size(); i++) {
            longest = Math.max(longest, changes.get(i) - changes.get(i - 1) - 1);
        }
        return longest;
    }
}
