package com.sothebais.api.stream;

import com.sothebais.api.health.Distribution;
import com.sothebais.api.health.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the stream is, counted since it went on air.
 *
 * @param renderer name of the renderer that draws; {@code slate} while there is none
 * @param picture frame counts and rates
 * @param sound levels and loudness of the mix
 * @param times how long things take
 * @param drift how far the clocks of the stream are apart
 * @param upFor how long it has been on air
 */
public record StreamHealth(
        String renderer,
        Picture picture,
        Sound sound,
        Times times,
        Drift drift,
        Duration upFor,
        List<OutputStatus> outputs) {
    public StreamHealth {
        outputs = List.copyOf(outputs);
    }

    /** From the instant of a fact to the encoded frame that first shows it. */
    public Latency stateToFrame() {
        return times.stateToFrame().latency();
    }

    /** From the network's time of a bid's post to the encoded frame that first shows its verdict. */
    public Latency postToFrame() {
        return times.postToFrame().latency();
    }

    /**
     * @param frames encoded frames
     * @param late frames whose composition was skipped because their time had passed
     * @param dropped frames that no output got
     * @param fps frames of the last full second
     * @param kbps bits of the last full second, video and sound
     * @param encoder name of what encodes, for example {@code libx264}; empty before it goes on air
     */
    public record Picture(long frames, long late, long dropped, double fps, int kbps, String encoder) {}

    /**
     * @param rmsDb level of the mix in the last full second, decibels relative to full scale; -100 for silence
     * @param peakDb highest sample of that second
     * @param loudness as ears hear it
     * @param silentSeconds for how many seconds nothing has been heard; 0 while there is sound
     */
    public record Sound(double rmsDb, double peakDb, Loudness loudness, int silentSeconds) {

        /** What is measured before there is anything to measure. */
        public static final Sound SILENCE = new Sound(-100, -100, new Loudness(-100, -100, -100, -100), 0);

        public Sound {
            Objects.requireNonNull(loudness, "loudness");
        }
    }

    /**
     * Loudness as in ITU-R BS.1770-4 and EBU R 128, in LUFS; -100 for silence and before the first full period.
     *
     * @param momentaryLufs of the last 400 ms
     * @param shortTermLufs of the last 3 s
     * @param integratedLufs of everything since it went on air, without what is silent or far quieter than the rest
     * @param truePeakDb highest point of the wave since it went on air, between samples too, dBTP
     */
    public record Loudness(double momentaryLufs, double shortTermLufs, double integratedLufs, double truePeakDb) {}

    /**
     * How long things take.
     *
     * @param stateToFrame from the instant of a fact to the encoded frame that first shows it
     * @param postToFrame from the network's time of a bid's post to the encoded frame that first shows its verdict
     * @param compose a frame from state to changed pixels in the encoder, with the wait for the renderer
     * @param encode a frame in the encoder
     */
    public record Times(
            Distribution stateToFrame, Distribution postToFrame, Distribution compose, Distribution encode) {
        /** Nothing was measured. */
        public static final Times NONE =
                new Times(Distribution.NONE, Distribution.NONE, Distribution.NONE, Distribution.NONE);
    }

    /**
     * How far the clocks of the stream are apart at the newest frame, in milliseconds.
     *
     * @param soundMillis how far the sound that was made reaches beyond the beginning of the picture, above 30 frames a second
     *     beyond the part of a frame that it may be behind: at most one block of sound, 21.3, while all is well (below 24 frames a second up to a frame); what is negative or grows is a fault
     * @param clockMillis how far the picture is behind the platform's clock: a few while frames come in time, more while they are
     *     late, negative when the clock was set back
     */
    public record Drift(double soundMillis, double clockMillis) {
        public static final Drift NONE = new Drift(0, 0);
    }
}
