package com.sothebais.console.board;

import com.sothebais.api.stream.StreamHealth;
import java.util.List;

/** One figure under its heading, the same in the shell and in the web console. */
public record Figure(String heading, String value) {

    /** How the stream is, in one row. */
    public static List<Figure> of(StreamHealth stream) {
        StreamHealth.Picture picture = stream.picture();
        return List.of(
                new Figure("Renderer", stream.renderer()),
                new Figure("fps", Words.number(picture.fps())),
                new Figure("Late", String.valueOf(picture.late())),
                new Figure("Dropped", String.valueOf(picture.dropped())),
                new Figure("kbit/s", String.valueOf(picture.kbps())),
                new Figure("State to frame p95", millis(stream.stateToFrame().p95Millis())),
                new Figure(
                        "Encode p95", millis(stream.times().encode().latency().p95Millis())),
                new Figure("Sound", Words.number(stream.sound().rmsDb()) + " dB"),
                new Figure("Loudness", Words.loudness(stream.sound().loudness())));
    }

    private static String millis(double value) {
        return Words.number(value) + " ms";
    }
}
