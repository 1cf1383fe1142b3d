package com.sothebais.api.stream;

import com.sothebais.api.health.Latency;
import java.time.Duration;
import java.util.List;

/**
 * How the stream is, counted since it went on air.
 *
 * @param renderer name of the renderer that draws; {@code slate} while there is none
 * @param picture frame counts and rates
 * @param sound levels of the last second
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
     */
    public record Picture(long frames, long late, long dropped, double fps, int kbps) {}

    /**
     * @param rmsDb loudness of the mix, decibels relative to full scale; -100 for silence
     * @param peakDb highest sample
     */
    public record Sound(double rmsDb, double peakDb) {}

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
