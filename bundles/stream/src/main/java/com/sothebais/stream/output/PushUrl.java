package com.sothebais.stream.output;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The address of an RTMP or RTMPS server with its stream key. Everything behind the first part of the path, the query and the
 * user are secret: {@link #shown} and {@link #toString} leave them out, and no exception repeats them.
 */
public final class PushUrl {
    private static final int RTMP_PORT = 1935;
    private static final int RTMPS_PORT = 443;
    private static final String HIDDEN = "***";

    private final URI uri;

    private PushUrl(URI uri) {
        this.uri = uri;
    }

    /**
     * Checks an address before anything native sees it.
     *
     * @throws IllegalArgumentException when it is not {@code rtmp://host/...} or {@code rtmps://host/...}
     */
    public static PushUrl of(String address) {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (URISyntaxException e) {
            // Not as the cause: its message repeats the address with the key.
            throw new IllegalArgumentException("the address of a push has a character that is not allowed there");
        }
        boolean known = "rtmp".equals(uri.getScheme()) || "rtmps".equals(uri.getScheme());
        if (!known || uri.getHost() == null || uri.getRawPath().length() < 2) {
            throw new IllegalArgumentException("expected rtmp://host/app/key or rtmps://host/app/key");
        }
        return new PushUrl(uri);
    }

    boolean secure() {
        return "rtmps".equals(uri.getScheme());
    }

    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : secure() ? RTMPS_PORT : RTMP_PORT;
    }

    /** As a client connects to it; secret. */
    String address() {
        return uri.toString();
    }

    /** The same stream without TLS at another place; secret. */
    String at(String host, int port) {
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "rtmp://" + user + host + ":" + port + uri.getRawPath() + query;
    }

    /**
     * The application as the server is told: the first part of the path, or the first two when three or more are there, as FFmpeg
     * reads an address.
     */
    String application() {
        String[] parts = uri.getRawPath().substring(1).split("/", -1);
        return parts.length > 2 ? parts[0] + "/" + parts[1] : parts[0];
    }

    /** What a server calls itself when a client connects to it. */
    String serverAddress() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + "/" + application();
    }

    /** The address without user, query and everything behind the first part of the path. */
    public String shown() {
        String[] parts = uri.getRawPath().substring(1).split("/", 2);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        // A single part may be the key itself.
        return uri.getScheme() + "://" + uri.getHost() + port + "/" + (parts.length < 2 ? "" : parts[0] + "/") + HIDDEN;
    }

    /** Every text that must not appear anywhere, longest first. */
    List<String> secrets() {
        String[] parts = uri.getRawPath().substring(1).split("/", 2);
        String behind = parts[parts.length - 1];
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        return Stream.concat(Stream.of(behind, query, user), Stream.of(behind.split("/")))
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    @Override
    public String toString() {
        return shown();
    }
}
