package com.sothebais.stream.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's stunnel in front of a server, with a certificate that OpenSSL signed with its own key. */
public final class TlsFront implements AutoCloseable {
    private static final int WAIT_SECONDS = 30;

    private final Path certificate;
    private final int port = RtmpServer.freePort();
    private final Process process;

    /** @param name that the certificate carries */
    public TlsFront(Path directory, String name, int server) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                RtmpServer.installed("stunnel4") && RtmpServer.installed("openssl"),
                "skipped: needs stunnel and openssl, on Debian: apt-get install stunnel4 openssl");
        Files.createDirectories(directory);
        certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("key.pem");
        Process openssl = start(
                directory,
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=" + name,
                        "-addext",
                        "subjectAltName=DNS:" + name,
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString()));
        if (!openssl.waitFor(WAIT_SECONDS, TimeUnit.SECONDS) || openssl.exitValue() != 0) {
            throw new IOException("openssl made no certificate; see " + directory.resolve("out.log"));
        }
        Path conf = directory.resolve("stunnel.conf");
        Files.writeString(
                conf,
                """
                foreground = yes
                pid =
                [rtmps]
                accept = 127.0.0.1:%d
                connect = 127.0.0.1:%d
                cert = %s
                key = %s
                """
                        .formatted(port, server, certificate, key));
        process = start(directory, List.of("stunnel4", conf.toString()));
        RtmpServer.awaitPort(port);
    }

    private static Process start(Path directory, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("out.log").toFile()))
                .start();
    }

    public int port() {
        return port;
    }

    /** What a client must trust; its own authority. */
    public Path certificate() {
        return certificate;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
