package com.sothebais.asset.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as AWS Signature Version 4 describes it for S3, with the hash of the body. Thread-safe. */
final class SignatureV4 {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY_CHARACTERS = 8;

    private final Credentials credentials;
    private final String region;

    SignatureV4(Credentials credentials, String region) {
        this.credentials = credentials;
        this.region = region;
    }

    /** Never printed: {@code toString} tells the public half only. */
    record Credentials(String accessKey, String secretKey) {
        @Override
        public String toString() {
            return "Credentials[" + accessKey + "]";
        }
    }

    /**
     * A request to be signed.
     *
     * @param path as it is sent but not encoded, with the slash at its beginning
     * @param query names and values, not encoded
     * @param headers that are sent and signed, among them {@code host}
     * @param payloadHash SHA-256 of the body, lower-case hexadecimal
     */
    record Unsigned(
            String method, String path, Map<String, String> query, Map<String, String> headers, String payloadHash) {}

    /** The headers to send: those of the request, the time, the hash of the body and the signature. */
    SortedMap<String, String> sign(Unsigned request, Instant now) {
        String time = TIME.format(now);
        String scope = time.substring(0, DAY_CHARACTERS) + "/" + region + "/s3/aws4_request";
        SortedMap<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.strip()));
        headers.put("x-amz-content-sha256", request.payloadHash());
        headers.put("x-amz-date", time);
        String names = String.join(";", headers.keySet());
        String canonical = String.join(
                "\n",
                request.method(),
                encoded(request.path(), true),
                query(request.query()),
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()),
                names,
                request.payloadHash());
        String toSign = String.join("\n", ALGORITHM, time, scope, sha256(canonical));
        String signature = HexFormat.of().formatHex(hmac(key(time.substring(0, DAY_CHARACTERS)), toSign));
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + credentials.accessKey() + "/" + scope + ",SignedHeaders=" + names
                        + ",Signature=" + signature);
        return headers;
    }

    /** The part behind the question mark, encoded and in the order that is signed. */
    static String query(Map<String, String> query) {
        return new TreeMap<>(query)
                .entrySet().stream()
                        .map(pair -> encoded(pair.getKey(), false) + "=" + encoded(pair.getValue(), false))
                        .collect(Collectors.joining("&"));
    }

    /** By RFC 3986, each byte of UTF-8 but the unreserved ones. */
    static String encoded(String text, boolean keepSlashes) {
        StringBuilder result = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xFF);
            boolean plain =
                    character < 0x80 && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0);
            if (plain || keepSlashes && character == '/') {
                result.append(character);
            } else {
                result.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return result.toString();
    }

    static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private byte[] key(String day) {
        byte[] start = ("AWS4" + credentials.secretKey()).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(start, day), region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
