package com.sothebais.stream.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.sound.AudioEncoder;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.video.VideoEncoder;
import com.sothebais.stream.video.VideoFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RtmpTest {
    private static final Size SIZE = new Size(320, 180);
    private static final VideoFormat FORMAT = new VideoFormat(SIZE, 30, 500, 30, "superfast", 1);

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @Test
    void pushesToAServerAndConnectsAgainWhenItWasAwayAtFirst() throws Exception {
        int port = freePort();
        try (VideoEncoder video = new VideoEncoder(FORMAT);
                AudioEncoder audio = new AudioEncoder();
                TrackFormat pictures = video.track();
                TrackFormat sound = audio.track();
                Output push = Outputs.push(
                        "rtmp",
                        PushUrl.of("rtmp://127.0.0.1:" + port + "/live/key"),
                        Path.of("none"),
                        List.of(pictures, sound))) {
            push.start();
            Await.until("nobody listens", () -> push.status().failure().isPresent());
            assertThat(push.status().state()).isIn(State.CONNECTING, State.WAITING);

            AtomicInteger received = new AtomicInteger();
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> receive(port, received, 40));
            video.paint(new int[SIZE.width() * SIZE.height()], Damage.all(SIZE));
            AtomicInteger frame = new AtomicInteger();
            Await.until("forty packets arrived", () -> {
                if (push.status().state() == State.UP && push.status().traffic().queued() < 20) {
                    send(video, audio, push, frame.getAndIncrement());
                }
                return received.get() >= 40;
            });
            server.get(10, TimeUnit.SECONDS);
            Await.until("the lost server is noticed", () -> {
                if (push.status().traffic().queued() < 20) {
                    send(video, audio, push, frame.getAndIncrement());
                }
                return push.status().state() != State.UP;
            });
        }
    }

    @Test
    void closesAtOnceWhileItTriesToConnect() throws IOException {
        // A server that accepts and never answers the handshake.
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Output push = push(silent.getLocalPort());
            push.start();
            long start = System.nanoTime();
            push.close();

            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(5);
        }
    }

    private static Output push(int port) {
        try (VideoEncoder video = new VideoEncoder(FORMAT);
                AudioEncoder audio = new AudioEncoder()) {
            return Outputs.push(
                    "rtmp",
                    PushUrl.of("rtmp://127.0.0.1:" + port + "/live/key"),
                    Path.of("none"),
                    List.of(video.track(), audio.track()));
        }
    }

    private static void send(VideoEncoder video, AudioEncoder audio, Output push, int frame) {
        Packet picture = video.encode(frame, false).orElseThrow();
        push.offer(picture);
        float[] silence = new float[AudioEncoder.BLOCK];
        audio.encode((long) frame * AudioEncoder.BLOCK, silence, silence, push::offer);
    }

    private static void receive(int port, AtomicInteger received, int enough) {
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "listen", "1", 0);
        avutil.av_dict_set(options, "timeout", "15", 0);
        AVFormatContext context = new AVFormatContext(null);
        NativeMedia.check(
                avformat.avformat_open_input(context, "rtmp://127.0.0.1:" + port + "/live/key", null, options),
                "listen on " + port);
        avutil.av_dict_free(options);
        AVPacket packet = avcodec.av_packet_alloc();
        while (received.get() < enough && avformat.av_read_frame(context, packet) >= 0) {
            received.incrementAndGet();
            avcodec.av_packet_unref(packet);
        }
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(context);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
