package com.sothebais.stream.output;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.output.Output.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                "recording", "mp4", whole.toString(), Map.of("movflags", "frag_keyframe+empty_moov+default_base_moof"));
        return new Output(target, new Muxer(target, tracks), Persistence.ONCE);
    }

    /** A rolling window of segments with a playlist; older segments are deleted. */
    public static Output hls(Path directory, int segmentSeconds, int segments, List<TrackFormat> tracks) {
        Path whole = directory.toAbsolutePath().normalize();
        Target target = new Target(
                "hls",
                "hls",
                whole.resolve(PLAYLIST).toString(),
                Map.of(
                        "hls_time", Integer.toString(segmentSeconds),
                        "hls_list_size", Integer.toString(segments),
                        "hls_flags", "delete_segments+independent_segments+temp_file+program_date_time",
                        // Names never come back after a restart, so nobody plays a cached segment.
                        "hls_start_number_source", "epoch",
                        "hls_segment_filename", whole.resolve("live%d.ts").toString()));
        return new Output(target, new HlsSink(whole, new Muxer(target, tracks)), Persistence.RETRY);
    }

    /**
     * A push to an RTMP or RTMPS server.
     *
     * @param name for health, logs and commands
     * @param certificates file with the authorities that RTMPS servers are checked against
     */
    public static Output push(String name, PushUrl url, Path certificates, List<TrackFormat> tracks) {
        Map<String, String> plain = Map.of("tcp_nodelay", "1", "rtmp_live", "live");
        if (!url.secure()) {
            Target target = push(name, url, url.address(), plain);
            return new Output(target, new Muxer(target, tracks), Persistence.RECONNECT);
        }
        // The server must be told its own name, not that of the loopback.
        Map<String, String> bridged =
                Map.of("tcp_nodelay", "1", "rtmp_live", "live", "rtmp_tcurl", url.serverAddress());
        Sink sink = new TlsSink(url, certificates, address -> new Muxer(push(name, url, address, bridged), tracks));
        return new Output(push(name, url, url.address(), bridged), sink, Persistence.RECONNECT);
    }

    private static Target push(String name, PushUrl url, String address, Map<String, String> connection) {
        Map<String, String> container = Map.of("flvflags", "no_duration_filesize");
        return new Target(name, url.shown(), "flv", address, new Target.Options(container, connection), url.secrets());
    }
}
