package com.sothebais.stream.output;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.output.Output.Persistence;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the outputs that there are. */
public final class Outputs {

    /** Name of the live playlist. */
    public static final String PLAYLIST = "live.m3u8";

    private Outputs() {}

    /** A fragmented MP4 that stays playable up to the last fragment when the process is killed. */
    public static Output recording(Path file, List<TrackFormat> tracks) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(whole.getParent());
        } catch (IOException e) {
            throw new MediaException("cannot create " + whole.getParent() + ": " + e.getMessage(), 0);
        }
        Target target = new Target(
                "recording",
                whole.toString(),
                "mp4",
                whole.toString(),
                Map.of("movflags", "frag_keyframe+empty_moov+default_base_moof"),
                Map.of());
        return new Output(target, new Muxer(target, tracks), Persistence.ONCE);
    }

    /** A rolling window of segments with a playlist; older segments are deleted. */
    public static Output hls(Path directory, int segmentSeconds, int segments, List<TrackFormat> tracks) {
        Path whole = directory.toAbsolutePath().normalize();
        Target target = new Target(
                "hls",
                whole.resolve(PLAYLIST).toString(),
                "hls",
                whole.resolve(PLAYLIST).toString(),
                Map.of(
                        "hls_time", Integer.toString(segmentSeconds),
                        "hls_list_size", Integer.toString(segments),
                        "hls_flags", "delete_segments+independent_segments+temp_file+program_date_time",
                        // Names never come back after a restart, so nobody plays a cached segment.
                        "hls_start_number_source", "epoch",
                        "hls_segment_filename", whole.resolve("live%d.ts").toString()),
                Map.of());
        return new Output(target, new HlsSink(whole, new Muxer(target, tracks)), Persistence.RETRY);
    }

    /**
     * A push to an RTMP or RTMPS server.
     *
     * @param certificates file with the authorities that RTMPS servers are checked against
     * @throws IllegalArgumentException when it is not an RTMP address
     */
    public static Output rtmp(String address, String certificates, List<TrackFormat> tracks) {
        URI uri = rtmpAddress(address);
        Map<String, String> connection = new HashMap<>();
        connection.put("tcp_nodelay", "1");
        connection.put("rtmp_live", "live");
        if ("rtmps".equals(uri.getScheme())) {
            connection.put("tls_verify", "1");
            connection.put("ca_file", certificates);
        }
        Target target =
                new Target("rtmp", shown(uri), "flv", address, Map.of("flvflags", "no_duration_filesize"), connection);
        return new Output(target, new Muxer(target, tracks), Persistence.RECONNECT);
    }

    /**
     * Checks an address before anything native sees it.
     *
     * @throws IllegalArgumentException when it is not {@code rtmp://host/...} or {@code rtmps://host/...}
     */
    public static URI rtmpAddress(String address) {
        URI uri = URI.create(address);
        boolean known = "rtmp".equals(uri.getScheme()) || "rtmps".equals(uri.getScheme());
        if (!known || uri.getHost() == null) {
            throw new IllegalArgumentException("expected rtmp://host/app/key or rtmps://host/app/key");
        }
        return uri;
    }

    /** The address without user, query and the last part of the path, which is the stream key. */
    private static String shown(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        int key = path.lastIndexOf('/');
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + (key < 0 ? "" : path.substring(0, key + 1)) + "***";
    }
}
