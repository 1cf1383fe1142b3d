package com.sothebais.asset.check;

import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Reads bytes of a file anywhere through one small window. Reading behind the end refuses the file as cut off. One thread. */
final class Source implements Closeable {
    private static final int WINDOW_BYTES = 64 * 1024;

    private final FileChannel channel;
    private final ByteBuffer window;
    private final long length;
    private long start;

    private Source(FileChannel channel, ByteBuffer window, long length) {
        this.channel = channel;
        this.window = window;
        this.length = length;
    }

    static Source of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        return new Source(channel, ByteBuffer.allocate(WINDOW_BYTES).limit(0), channel.size());
    }

    static Source of(byte[] content) {
        return new Source(null, ByteBuffer.wrap(content), content.length);
    }

    long length() {
        return length;
    }

    int u8(long at) {
        if (at < start || at >= start + window.limit()) {
            fill(at);
        }
        return window.get((int) (at - start)) & 0xFF;
    }

    int u16(long at) {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    int u16Little(long at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24Little(long at) {
        return u16Little(at) | u8(at + 2) << 16;
    }

    long u32Little(long at) {
        return u16Little(at) | (long) u16Little(at + 2) << 16;
    }

    /** Whether these characters stand there; no when the file ends before. */
    boolean has(long at, String ascii) {
        if (at < 0 || at + ascii.length() > length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (u8(at + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String ascii(long at, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) u8(at + i);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    long crc32(long at, long count) {
        require(at, count);
        CRC32 crc = new CRC32();
        long end = at + count;
        long here = at;
        while (here < end) {
            u8(here);
            int from = (int) (here - start);
            int some = (int) Math.min(end - here, window.limit() - from);
            crc.update(window.duplicate().position(from).limit(from + some));
            here += some;
        }
        return crc.getValue();
    }

    /** Refuses the file when so many bytes are not there. */
    void require(long at, long count) {
        if (at < 0 || count < 0 || at > length || count > length - at) {
            throw cutOff();
        }
    }

    /** Refuses a file with anything but zeros from here on: what stands there is no part of the picture. */
    void endsAt(long at) {
        require(at, 0);
        for (long here = at; here < length; here++) {
            if (u8(here) != 0) {
                throw damaged("has " + (length - at) + " bytes of something else behind its end");
            }
        }
    }

    static AssetRefusedException damaged(String what) {
        return new AssetRefusedException(Reason.DAMAGED, "The file " + what + "; export it again and upload that.");
    }

    private static AssetRefusedException cutOff() {
        return new AssetRefusedException(
                Reason.DAMAGED, "The file ends too early, it is cut off or damaged; upload it again.");
    }

    private void fill(long at) {
        require(at, 1);
        if (channel == null) {
            throw new IllegalStateException("bytes in memory are all in the window");
        }
        try {
            window.clear();
            start = at;
            while (window.hasRemaining() && channel.read(window, start + window.position()) > 0) {
                continue;
            }
            window.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (window.limit() == 0) {
            throw cutOff();
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
