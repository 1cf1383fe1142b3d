package com.sothebais.stream.film;

import com.sothebais.stream.media.MediaException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of an animated WebP, RFC 9649, each as a WebP of its own. Only the heads of chunks are in memory, and one frame at a
 * time. One thread at a time.
 */
final class WebpFile implements AutoCloseable {
    /** Frames of one animation. */
    static final int FRAMES_MAX = 20_000;

    /** Bytes of one frame. */
    static final int FRAME_MAX_BYTES = 16 << 20;

    private static final int FILE_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int FRAME_HEAD = 16;
    private static final int CANVAS_HEAD = 10;
    private static final int CHUNKS_MAX = 100_000;
    private static final int ANIMATED = 0x02;
    private static final int ALPHA = 0x10;
    private static final int DISPOSES = 1;
    private static final int COVERS = 2;

    private final FileChannel file;
    private final List<Frame> frames = new ArrayList<>();
    private int width;
    private int height;

    /**
     * One frame.
     *
     * @param x pixels from the left of the canvas @param y from its top
     * @param millis how long it stays
     * @param disposes whether its place is cleared behind it
     * @param covers whether it replaces what is below, clear pixels included
     * @param at byte of the file where its chunks begin @param bytes their length
     */
    record Frame(
            int x, int y, int width, int height, int millis, boolean disposes, boolean covers, long at, int bytes) {}

    /** Whether a file that begins like this is an animated WebP. @param head 21 bytes or more */
    static boolean isAnimated(byte[] head) {
        if (head.length <= FILE_HEAD + CHUNK_HEAD) {
            return false;
        }
        String text = new String(head, 0, FILE_HEAD + CHUNK_HEAD, StandardCharsets.ISO_8859_1);
        return text.startsWith("RIFF")
                && text.startsWith("WEBPVP8X", CHUNK_HEAD)
                && (head[FILE_HEAD + CHUNK_HEAD] & ANIMATED) != 0;
    }

    /** @throws MediaException when there are no frames in it that can be played */
    WebpFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            read();
        } catch (IOException | MediaException e) {
            file.close();
            throw e;
        }
    }

    private void read() throws IOException {
        long end = Math.min(file.size(), CHUNK_HEAD + unsigned(bytes(4, 4).getInt()));
        long at = FILE_HEAD;
        for (int i = 0; at + CHUNK_HEAD <= end; i++) {
            if (i == CHUNKS_MAX) {
                throw new MediaException("it has more than " + CHUNKS_MAX + " parts; export it again", 0);
            }
            ByteBuffer head = bytes(at, CHUNK_HEAD);
            String kind = kind(head);
            long count = unsigned(head.getInt(4));
            if (at + CHUNK_HEAD + count > end) {
                // Cut off: what is there plays.
                break;
            }
            if (kind.equals("VP8X") && count >= CANVAS_HEAD) {
                ByteBuffer canvas = bytes(at + CHUNK_HEAD, CANVAS_HEAD);
                width = 1 + three(canvas, 4);
                height = 1 + three(canvas, 7);
            } else if (kind.equals("ANMF") && count > FRAME_HEAD) {
                frame(at + CHUNK_HEAD, count);
            }
            at += CHUNK_HEAD + count + (count & 1);
        }
        if (frames.isEmpty() || width < 1) {
            throw new MediaException("it has no frames", 0);
        }
    }

    private void frame(long at, long count) throws IOException {
        if (frames.size() == FRAMES_MAX) {
            throw new MediaException("it has more than " + FRAMES_MAX + " frames; export it as MP4", 0);
        }
        if (count > FRAME_MAX_BYTES) {
            throw new MediaException("a frame has more than " + FRAME_MAX_BYTES + " bytes; export it smaller", 0);
        }
        ByteBuffer head = bytes(at, FRAME_HEAD);
        int flags = head.get(15);
        Frame frame = new Frame(
                2 * three(head, 0),
                2 * three(head, 3),
                1 + three(head, 6),
                1 + three(head, 9),
                three(head, 12),
                (flags & DISPOSES) != 0,
                (flags & COVERS) != 0,
                at + FRAME_HEAD,
                (int) count - FRAME_HEAD);
        if (frame.x + frame.width > width || frame.y + frame.height > height) {
            throw new MediaException("a frame lies outside of the picture; export it again", 0);
        }
        frames.add(frame);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    List<Frame> frames() {
        return frames;
    }

    /** A file with only this frame in it. */
    byte[] picture(Frame frame) throws IOException {
        ByteBuffer chunks = bytes(frame.at, frame.bytes);
        boolean alpha = frame.bytes >= CHUNK_HEAD && kind(chunks).equals("ALPH");
        ByteArrayOutputStream picture = new ByteArrayOutputStream(frame.bytes + 32);
        ByteBuffer head =
                ByteBuffer.allocate(FILE_HEAD + CHUNK_HEAD + CANVAS_HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        head.putInt(4 + (alpha ? CHUNK_HEAD + CANVAS_HEAD : 0) + frame.bytes);
        head.put("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        if (alpha) {
            head.put("VP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(CANVAS_HEAD);
            head.putInt(ALPHA);
            putThree(head, frame.width - 1);
            putThree(head, frame.height - 1);
        }
        picture.write(head.array(), 0, head.position());
        picture.write(chunks.array(), 0, frame.bytes);
        return picture.toByteArray();
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new MediaException("it is cut off", 0);
            }
        }
        return bytes.flip();
    }

    private static String kind(ByteBuffer head) {
        return new String(head.array(), 0, 4, StandardCharsets.ISO_8859_1);
    }

    private static long unsigned(int value) {
        return value & 0xFFFFFFFFL;
    }

    private static int three(ByteBuffer bytes, int at) {
        return bytes.get(at) & 0xFF | (bytes.get(at + 1) & 0xFF) << 8 | (bytes.get(at + 2) & 0xFF) << 16;
    }

    private static void putThree(ByteBuffer bytes, int value) {
        bytes.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // It was only read, and is deleted already.
            throw new MediaException("closing it failed: " + e.getMessage(), 0);
        }
    }
}
