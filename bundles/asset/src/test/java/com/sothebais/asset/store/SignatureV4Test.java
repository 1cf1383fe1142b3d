package com.sothebais.asset.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The four examples of "Authenticating Requests: Using the Authorization Header" in the Amazon S3 API reference. */
class SignatureV4Test {
    private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
    private static final String HOST = "examplebucket.s3.amazonaws.com";
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final SignatureV4.Credentials credentials =
            new SignatureV4.Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    private final SignatureV4 signature = new SignatureV4(credentials, "us-east-1");

    @Test
    void signsAGetOfARange() {
        assertThat(signed("GET", "/test.txt", Map.of(), Map.of("Range", "bytes=0-9"), EMPTY))
                .isEqualTo("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void signsAPutWithItsContent() {
        Map<String, String> headers =
                Map.of("Date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY");
        String hash = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";
        assertThat(SignatureV4.sha256("Welcome to Amazon S3.")).isEqualTo(hash);
        assertThat(signed("PUT", "/test$file.text", Map.of(), headers, hash))
                .isEqualTo("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void signsAQuery() {
        assertThat(signed("GET", "/", Map.of("lifecycle", ""), Map.of(), EMPTY))
                .isEqualTo("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        assertThat(signed("GET", "/", Map.of("max-keys", "2", "prefix", "J"), Map.of(), EMPTY))
                .isEqualTo("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(credentials.toString()).doesNotContain("wJalr");
    }

    private String signed(
            String method, String path, Map<String, String> query, Map<String, String> more, String payloadHash) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("Host", HOST);
        String authorization = signature
                .sign(new SignatureV4.Unsigned(method, path, query, headers, payloadHash), NOW)
                .get("authorization");
        return authorization.substring(authorization.indexOf("Signature=") + "Signature=".length());
    }
}
