package com.sothebais.asset.token;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a gateway sends, which ends with a {@link TokenException} instead of its end when it is not what the content id stands for. */
final class Genuine extends FilterInputStream {
    private final DigestInputStream digested;
    private final String expected;
    private final String host;
    private boolean checked;

    /** @param expected SHA-256 in hexadecimal digits of lower case */
    Genuine(InputStream in, String expected, String host) {
        super(new DigestInputStream(in, sha256()));
        this.digested = (DigestInputStream) this.in;
        this.expected = expected;
        this.host = host;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        checkEnd(one);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        checkEnd(count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, Short.MAX_VALUE)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whoever read it must have come to its end: nothing is known of it before. */
    void finish() {
        if (!checked) {
            throw new IllegalStateException("the content of " + host + " was taken before its end was seen");
        }
    }

    private void checkEnd(int read) {
        if (read >= 0 || checked) {
            return;
        }
        String got = HexFormat.of().formatHex(digested.getMessageDigest().digest());
        if (!got.equals(expected)) {
            throw new TokenException(
                    Problem.UNREACHABLE,
                    host + " sends something else than the content id stands for (SHA-256 " + got + ", expected "
                            + expected + "), so it is not taken.");
        }
        checked = true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
