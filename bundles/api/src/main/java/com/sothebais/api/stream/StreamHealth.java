package com.sothebais.api.stream;

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
 * @param stateToFrame from the instant of a fact to the encoded frame that first shows it
 * @param postToFrame from the network's time of a bid's post to the encoded frame that first shows its verdict
 * @param upFor how long it has been on air
 */
public record StreamHealth(
        String renderer,
        Picture picture,
        Sound sound,
        Latency stateToFrame,
        Latency postToFrame,
        Duration upFor,
        List<Output> outputs) {
    public StreamHealth {
        outputs = List.copyOf(outputs);
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
     * @param name what it is, for example {@code recording} or {@code rtmp}
     * @param target where it goes, without secrets
     * @param state {@code RUNNING}, {@code CONNECTING} or {@code FAILED}
     * @param queued packets waiting
     * @param droppedPackets packets given up because the queue was full
     */
    public record Output(String name, String target, State state, int queued, long bytes, long droppedPackets) {}

    /** State of one output. */
    public enum State {
        RUNNING,
        CONNECTING,
        FAILED
    }
}
