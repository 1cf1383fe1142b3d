package com.sothebais.event.internal.codec;

import java.util.Arrays;

/** A buffer that grows as it is written. Numbers are big-endian, as the database's binary formats have them. Not thread-safe. */
public final class Bytes {
    private static final int FIRST_SIZE = 4 << 10;

    private byte[] array = new byte[FIRST_SIZE];
    private int length;

    /** What was written, up to {@link #length}; another array once more is written. */
    public byte[] array() {
        return array;
    }

    public int length() {
        return length;
    }

    /** Forgets what was written from there on. */
    public void truncate(int to) {
        length = to;
    }

    public void put(int value) {
        room(1);
        array[length++] = (byte) value;
    }

    public void putShort(int value) {
        room(Short.BYTES);
        array[length++] = (byte) (value >> 8);
        array[length++] = (byte) value;
    }

    public void putInt(int value) {
        room(Integer.BYTES);
        setInt(length, value);
        length += Integer.BYTES;
    }

    public void putLong(long value) {
        room(Long.BYTES);
        setLong(length, value);
        length += Long.BYTES;
    }

    public void setInt(int at, int value) {
        array[at] = (byte) (value >> 24);
        array[at + 1] = (byte) (value >> 16);
        array[at + 2] = (byte) (value >> 8);
        array[at + 3] = (byte) value;
    }

    public void setLong(int at, long value) {
        setInt(at, (int) (value >> 32));
        setInt(at + Integer.BYTES, (int) value);
    }

    public void put(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, array, length, bytes.length);
        length += bytes.length;
    }

    /** Characters below U+0080 only. */
    void putAscii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            array[length++] = (byte) text.charAt(i);
        }
    }

    /** Printable characters below U+0080 without quotation marks and backslashes; with any other nothing is written, and false. */
    boolean putPlain(String text) {
        int size = text.length();
        room(size);
        byte[] to = array;
        int at = length;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                return false;
            }
            to[at + i] = (byte) c;
        }
        length = at + size;
        return true;
    }

    /** In UTF-8; half a surrogate pair, which has no form there, becomes a question mark. */
    public void putText(String text) {
        room(3 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                array[length++] = (byte) c;
            } else if (isPair(text, i)) {
                putCodePoint(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                putCodePoint(Character.isSurrogate(c) ? '?' : c);
            }
        }
    }

    void putCodePoint(int c) {
        room(Integer.BYTES);
        if (c < 0x80) {
            array[length++] = (byte) c;
        } else if (c < 0x800) {
            array[length++] = (byte) (0xc0 | c >> 6);
            array[length++] = (byte) (0x80 | c & 0x3f);
        } else if (c < 0x10000) {
            array[length++] = (byte) (0xe0 | c >> 12);
            array[length++] = (byte) (0x80 | c >> 6 & 0x3f);
            array[length++] = (byte) (0x80 | c & 0x3f);
        } else {
            array[length++] = (byte) (0xf0 | c >> 18);
            array[length++] = (byte) (0x80 | c >> 12 & 0x3f);
            array[length++] = (byte) (0x80 | c >> 6 & 0x3f);
            array[length++] = (byte) (0x80 | c & 0x3f);
        }
    }

    static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    /** Makes sure that so many bytes more have a place. */
    void room(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(Math.addExact(length, more), Math.multiplyExact(array.length, 2)));
        }
    }
}
