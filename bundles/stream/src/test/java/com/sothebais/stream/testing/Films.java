package com.sothebais.stream.testing;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Outputs;
import com.sothebais.stream.sound.AudioEncoder;
import com.sothebais.stream.video.VideoEncoder;
import com.sothebais.stream.video.VideoFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Films and animations for tests. */
public final class Films {
    /** The colours of the pictures of a film, in their order. */
    public static final List<Integer> COLORS = List.of(0xFFC03030, 0xFF30C030, 0xFF3030C0, 0xFFC0C030);

    private Films() {}

    /** A film with as many pictures of one colour each, ten a second; the native libraries must be loaded. */
    public static byte[] mp4(int pictures, Size size) {
        VideoFormat format = new VideoFormat(size, 10, 2_000, 10, "superfast", 1);
        int[] pixels = new int[size.width() * size.height()];
        try (VideoEncoder encoder = new VideoEncoder(format);
                AudioEncoder sound = new AudioEncoder()) {
            Path file = Files.createTempFile("film-", ".mp4");
            TrackFormat track = encoder.track();
            Output output = Outputs.recording(file, List.of(track, sound.track()));
            output.startNow();
            for (int i = 0; i < pictures; i++) {
                Arrays.fill(pixels, COLORS.get(i % COLORS.size()));
                encoder.paint(pixels, List.of(new Area(0, 0, size.width(), size.height())));
                encoder.encode(i, i == 0).ifPresent(output::offer);
            }
            output.close();
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An animation of a square that goes to the right in four steps on nothing.
     *
     * @param disposal as the format counts: 1 keeps what a picture put down, 2 clears it, 3 brings back what was there before
     */
    public static byte[] gif(int edge, int centiseconds, int disposal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        shorts(out, edge, edge);
        // A table of 128 colours, of which the first four are used and the fifth is transparent.
        bytes(out, 0xF6, 0, 0);
        for (int i = 0; i < 128; i++) {
            int color = i < COLORS.size() ? COLORS.get(i) : 0;
            bytes(out, color >> 16, color >> 8, color);
        }
        for (int step = 0; step < COLORS.size(); step++) {
            bytes(out, 0x21, 0xF9, 4, disposal << 2 | 1);
            shorts(out, centiseconds);
            bytes(out, COLORS.size(), 0, 0x2C);
            shorts(out, 0, 0, edge, edge);
            bytes(out, 0, 7);
            square(out, edge, step);
        }
        bytes(out, 0x3B);
        return out.toByteArray();
    }

    /** Eight bits a pixel: so often told to begin anew, the code of the format never grows. */
    private static void square(ByteArrayOutputStream out, int edge, int step) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < edge * edge; i++) {
            if (block.size() == 0) {
                bytes(block, 128);
            }
            int x = i % edge * 4 / edge;
            int y = i / edge * 4 / edge;
            bytes(block, x == step && y > 0 && y < 3 ? step : COLORS.size());
            if (block.size() == 100) {
                bytes(out, block.size());
                out.writeBytes(block.toByteArray());
                block.reset();
            }
        }
        bytes(block, 129);
        bytes(out, block.size());
        out.writeBytes(block.toByteArray());
        bytes(out, 0);
    }

    private static void shorts(ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            bytes(out, value, value >> 8);
        }
    }

    private static void bytes(ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
