package com.sothebais.asset.fetch;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * What a host sends, counted as it comes, whatever it said of its length. Its failures are {@link TokenException}s, so that whoever
 * reads can tell the host's failure from one of his own.
 */
final class Body extends InputStream {
    private final InputStream in;
    private final String host;
    private final long max;
    private final LongConsumer heard;
    private long count;

    /** @param heard hears how many bytes came so far */
    Body(InputStream in, String host, long max, LongConsumer heard) {
        this.in = in;
        this.host = host;
        this.max = max;
        this.heard = heard;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        int read;
        try {
            read = in.read(bytes, from, length);
        } catch (IOException e) {
            throw Failures.of(host, e);
        }
        if (read > 0) {
            count += read;
            if (count > max) {
                throw tooMuch(host, max);
            }
            heard.accept(count);
        }
        return read;
    }

    static TokenException tooMuch(String host, long max) {
        return new TokenException(
                Problem.LIMIT,
                host + " sends more than " + max + " bytes; take a smaller file, or upload the picture instead.");
    }
}
