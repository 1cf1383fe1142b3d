package com.sothebais.benchmarks;

import static com.sothebais.stream.media.NativeMedia.check;

import com.sothebais.api.stream.Preview;
import com.sothebais.stream.broadcast.Broadcast;
import com.sothebais.stream.output.PushUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;

/** How much later than its packet a frame has been decoded by a player behind nginx with its RTMP module. */
final class RtmpLatency {
    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_rtmp_module.so");
    private static final int ATTEMPTS = 50;
    private static final int ATTEMPT_MILLIS = 200;
    private static final int TAIL_BYTES = 24;

    private final Map<String, Instant> encoded = new ConcurrentHashMap<>();
    private final List<Double> extra = new ArrayList<>();

    private RtmpLatency() {}

    static boolean installed() {
        return Files.isExecutable(Path.of("/usr/sbin/nginx")) && Files.exists(MODULE);
    }

    /** Milliseconds from the packet to the decoded frame, ascending. The stream must be on air. */
    static List<Double> measure(Broadcast broadcast, Path directory, int frames) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path home = Files.createDirectories(directory.resolve("nginx"));
        Files.writeString(home.resolve("nginx.conf"), configuration(home, port));
        Process nginx = new ProcessBuilder("/usr/sbin/nginx", "-p", home.toString(), "-c", home + "/nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile())
                .start();
        RtmpLatency latency = new RtmpLatency();
        String url = "rtmp://127.0.0.1:" + port + "/live/bench";
        Preview.Watch watch = broadcast.watch().orElseThrow();
        Thread listener = new Thread(() -> latency.listen(watch), "bench-tap");
        try {
            listener.start();
            broadcast.addPush("bench", PushUrl.of(url), Path.of("/etc/ssl/certs/ca-certificates.crt"));
            latency.play(url, frames);
            return latency.extra.stream().sorted().toList();
        } finally {
            watch.close();
            listener.join();
            nginx.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static String configuration(Path home, int port) {
        return """
                load_module %s;
                daemon off;
                master_process off;
                pid %s/nginx.pid;
                error_log %s/error.log warn;
                events { worker_connections 64; }
                rtmp { access_log off; server { listen 127.0.0.1:%d; application live { live on; } } }
                """
                .formatted(MODULE, home, home, port);
    }

    private void listen(Preview.Watch watch) {
        try {
            while (!watch.over()) {
                Optional<Preview.Picture> picture = watch.next(Duration.ofMillis(ATTEMPT_MILLIS));
                picture.ifPresent(shown -> encoded.put(tail(shown.data()), Instant.now()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of a packet tells it from all others, whatever stands before it in either format. */
    private static String tail(byte[] data) {
        int from = Math.max(0, data.length - TAIL_BYTES);
        return HexFormat.of().formatHex(data, from, data.length);
    }

    private void play(String url, int frames) throws IOException, InterruptedException {
        AVFormatContext context = open(url);
        try {
            check(avformat.avformat_find_stream_info(context, (PointerPointer<?>) null), "read the stream");
            int video = 0;
            while (context.streams(video).codecpar().codec_type() != avutil.AVMEDIA_TYPE_VIDEO) {
                video++;
            }
            AVCodecContext decoder = avcodec.avcodec_alloc_context3(null);
            check(
                    avcodec.avcodec_parameters_to_context(
                            decoder, context.streams(video).codecpar()),
                    "describe");
            decoder.thread_count(1);
            check(
                    avcodec.avcodec_open2(
                            decoder, avcodec.avcodec_find_decoder(decoder.codec_id()), (AVDictionary) null),
                    "open the decoder");
            decode(context, decoder, video, frames);
            avcodec.avcodec_free_context(decoder);
        } finally {
            avformat.avformat_close_input(context);
        }
    }

    private void decode(AVFormatContext context, AVCodecContext decoder, int video, int frames) {
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        // What waited while the player looked at the stream comes first, all at once.
        int ignored = frames;
        for (int taken = 0; taken < frames + ignored && avformat.av_read_frame(context, packet) >= 0; ) {
            if (packet.stream_index() == video) {
                byte[] data = new byte[packet.size()];
                packet.data().get(data);
                check(avcodec.avcodec_send_packet(decoder, packet), "decode");
                if (avcodec.avcodec_receive_frame(decoder, frame) >= 0 && ++taken > ignored) {
                    Instant now = Instant.now();
                    Optional.ofNullable(encoded.get(tail(data)))
                            .ifPresent(sent ->
                                    extra.add(Duration.between(sent, now).toNanos() / 1e6));
                }
            }
            avcodec.av_packet_unref(packet);
        }
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
    }

    private static AVFormatContext open(String url) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            AVFormatContext context = avformat.avformat_alloc_context();
            context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_NOBUFFER);
            AVDictionary options = new AVDictionary(null);
            avutil.av_dict_set(options, "tcp_nodelay", "1", 0);
            int answer = avformat.avformat_open_input(context, url, null, options);
            avutil.av_dict_free(options);
            if (answer >= 0) {
                return context;
            }
            TimeUnit.MILLISECONDS.sleep(ATTEMPT_MILLIS);
        }
        throw new IOException("nothing to play at " + url);
    }
}
