package com.sothebais.stream.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Debian's nginx with its RTMP module on a free port of the loopback; it keeps every broadcast in a file of its own. */
public final class RtmpServer implements AutoCloseable {
    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_rtmp_module.so");
    private static final int CONNECT_MILLIS = 200;

    private final Path directory;
    private final int port = freePort();
    private Process process;

    public RtmpServer(Path directory) throws IOException {
        Assumptions.assumeTrue(
                installed("nginx") && Files.exists(MODULE),
                "skipped: needs nginx with RTMP, on Debian: apt-get install nginx libnginx-mod-rtmp");
        this.directory = Files.createDirectories(directory);
        // As root, nginx would hand its work to a user who may not write here.
        String conf =
                """
                load_module %s;
                daemon off;
                master_process off;
                pid %s/nginx.pid;
                error_log %s/error.log info;
                events { worker_connections 64; }
                rtmp {
                    access_log off;
                    server {
                        listen 127.0.0.1:%d;
                        application live {
                            live on;
                            record all;
                            record_unique on;
                            record_path %s;
                        }
                    }
                }
                """
                        .formatted(MODULE, directory, directory, port, directory);
        Files.writeString(directory.resolve("nginx.conf"), conf);
        start();
    }

    /** Whether a program is there, as a name on the path. */
    public static boolean installed(String program) {
        return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    public int port() {
        return port;
    }

    public String url(String key) {
        return "rtmp://127.0.0.1:" + port + "/live/" + key;
    }

    public void start() throws IOException {
        process = new ProcessBuilder(
                        "nginx",
                        "-p",
                        directory.toString(),
                        "-c",
                        directory.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start();
        awaitPort(port);
    }

    /** As {@code kill -9} by process id. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** The broadcasts of a key so far, oldest first. */
    public List<Path> broadcasts(String key) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(key + "-\\d+\\.flv"))
                    .sorted()
                    .toList();
        }
    }

    public static void awaitPort(int port) {
        Await.until("somebody listens on " + port, () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
