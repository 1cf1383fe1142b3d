package com.sothebais.asset.store;

import java.net.URI;

/**
 * Where a bucket is and who may use it.
 *
 * @param endpoint scheme and authority only, for example {@code https://s3.eu-central-1.amazonaws.com}
 * @param prefix of all keys, empty or with a slash at its end
 * @param credentials never printed
 */
public record S3Address(
        URI endpoint, String region, String bucket, String prefix, SignatureV4.Credentials credentials) {
    private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
    private static final String PREFIX = "([A-Za-z0-9_-][A-Za-z0-9._-]{0,99}/){0,5}";

    public S3Address {
        boolean web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
        String path = endpoint.getRawPath();
        if (endpoint.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "s3.endpoint has a name or password in it; give the keys by their own settings");
        }
        if (!web
                || endpoint.getRawAuthority() == null
                || path != null && !path.isEmpty()
                || endpoint.getQuery() != null) {
            throw new IllegalArgumentException("s3.endpoint must be https://host or https://host:port");
        }
        if (!bucket.matches(BUCKET)) {
            throw new IllegalArgumentException("s3.bucket must be 3 to 63 lower-case letters, digits, '.' and '-'");
        }
        if (!prefix.matches(PREFIX)) {
            throw new IllegalArgumentException("s3.prefix must be empty or folders with a slash at the end");
        }
        if (!region.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("s3.region must be a name such as us-east-1");
        }
    }

    /** @throws IllegalArgumentException when something cannot be; says which key, never a secret */
    public static S3Address of(URI endpoint, String region, String bucket, String prefix, String[] keys) {
        if (keys.length != 2 || keys[0].isBlank() || keys[1].isBlank()) {
            throw new IllegalArgumentException(
                    "s3.access.key and s3.secret.key must be set, there or as SOTHEBAIS_S3_ACCESS_KEY and"
                            + " SOTHEBAIS_S3_SECRET_KEY in the environment");
        }
        return new S3Address(endpoint, region, bucket, prefix, new SignatureV4.Credentials(keys[0], keys[1]));
    }
}
