package com.sothebais.asset.token;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The content ids of IPFS that say what bytes they stand for: version 1, codec raw, SHA-256. All others name a tree of blocks, of which
 * a gateway's answer is only the content, so that it cannot be compared.
 */
final class ContentId {
    private static final byte[] RAW_SHA256 = {0x01, 0x55, 0x12, 0x20};
    private static final int SHA256_BYTES = 32;
    /** More than any such id has in any base; what is longer is none. */
    private static final int CHARS_MAX = 120;

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int BITS_A_LETTER = 5;

    private ContentId() {}

    /** The SHA-256 of the content in 64 hexadecimal digits; empty when the id does not say it, or is none. */
    static Optional<String> sha256(String id) {
        if (id.length() < 2 || id.length() > CHARS_MAX) {
            return Optional.empty();
        }
        return bytes(id.charAt(0), id.substring(1))
                .filter(bytes -> bytes.length == RAW_SHA256.length + SHA256_BYTES)
                .filter(bytes -> Arrays.equals(bytes, 0, RAW_SHA256.length, RAW_SHA256, 0, RAW_SHA256.length))
                .map(bytes -> HexFormat.of().formatHex(bytes, RAW_SHA256.length, bytes.length));
    }

    /** By the first letter, as multibase has it. */
    private static Optional<byte[]> bytes(char base, String digits) {
        return switch (base) {
            case 'b' -> base32(digits);
            case 'B' -> base32(digits.toLowerCase(Locale.ROOT));
            case 'k' -> number(digits, BASE36);
            case 'K' -> number(digits.toLowerCase(Locale.ROOT), BASE36);
            case 'z' -> number(digits, BASE58);
            case 'f', 'F' -> hex(digits);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> base32(String digits) {
        return value(digits, BASE32).map(value -> {
            int bits = digits.length() * BITS_A_LETTER;
            // What is left over of the last letter is no part of it.
            return fixed(value.shiftRight(bits % Byte.SIZE), bits / Byte.SIZE);
        });
    }

    /** No id of version 1 begins with a zero, so leading ones need no care. */
    private static Optional<byte[]> number(String digits, String letters) {
        return value(digits, letters).map(value -> fixed(value, (value.bitLength() + Byte.SIZE - 1) / Byte.SIZE));
    }

    private static Optional<byte[]> hex(String digits) {
        try {
            return Optional.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigInteger> value(String digits, String letters) {
        BigInteger base = BigInteger.valueOf(letters.length());
        BigInteger value = BigInteger.ZERO;
        for (char letter : digits.toCharArray()) {
            int digit = letters.indexOf(letter);
            if (digit < 0) {
                return Optional.empty();
            }
            value = value.multiply(base).add(BigInteger.valueOf(digit));
        }
        return Optional.of(value);
    }

    private static byte[] fixed(BigInteger value, int count) {
        byte[] known = value.toByteArray();
        byte[] bytes = new byte[count];
        int some = Math.min(known.length, count);
        System.arraycopy(known, known.length - some, bytes, count - some, some);
        return bytes;
    }
}
