package com.sothebais.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String GOOD = Vectors.file("as the server sends it");

    @TempDir
    Path folder;

    @Test
    void anIntactFileEndsWithZeroAndShowsTheRoot() throws Exception {
        Answer answer = verify(InputStream.nullInputStream(), file(GOOD));
        assertThat(answer.code).isZero();
        assertThat(answer.out).startsWith("intact: ").contains("entries  5", "sandbox/ann with 1200000000000000000");
        assertThat(answer.errors).isEmpty();
    }

    @Test
    void aBrokenFileEndsWithOneAndNamesEntryAndField() throws Exception {
        Answer answer = verify(InputStream.nullInputStream(), file(Vectors.file("an amount was changed")));
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.out).isEqualTo("broken: entry 2: the hash is not what the fields give\n");
    }

    @Test
    void standardInputIsReadForADash() {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        assertThat(verify(new ByteArrayInputStream(bytes), "-").code).isZero();
    }

    @Test
    void aGivenRootIsCompared() throws Exception {
        String root = GOOD.replaceAll("(?s).*\"root\":\"([0-9a-f]{64})\".*", "$1");
        assertThat(verify(InputStream.nullInputStream(), file(GOOD), "--root", "0x" + root).out)
                .contains(root + " (as given)");
        assertThat(verify(InputStream.nullInputStream(), "--root", "1".repeat(64), file(GOOD)).code)
                .isEqualTo(1);
        Answer nonsense = verify(InputStream.nullInputStream(), file(GOOD), "--root", "12");
        assertThat(nonsense).isEqualTo(new Answer(2, "", "verify: --root needs 64 hexadecimal digits\n"));
    }

    @Test
    void whatCannotBeReadEndsWithTwoAndOneLine() throws Exception {
        byte[] notUtf8 = {'{', (byte) 0xff, '}'};
        Files.write(folder.resolve("bytes"), notUtf8);
        Path big = folder.resolve("big");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        for (String name : List.of(
                file("{\"auction\":"),
                folder.resolve("missing").toString(),
                folder.toString(),
                folder.resolve("bytes").toString(),
                big.toString(),
                "http://not an address",
                "\0")) {
            Answer answer = verify(InputStream.nullInputStream(), name);
            assertThat(answer.code).as(name).isEqualTo(2);
            assertThat(answer.errors.lines()).as(name).hasSize(1);
            assertThat(answer.out).isEmpty();
        }
        assertThat(verify(InputStream.nullInputStream(), big.toString()).errors).contains("larger than 64 MB");
    }

    @Test
    void withoutAFileTheUsageIsSaid() {
        assertThat(verify(InputStream.nullInputStream()).code).isEqualTo(2);
        assertThat(verify(InputStream.nullInputStream(), "--rot", "x").errors).contains("usage: verify FILE");
        assertThat(verify(InputStream.nullInputStream(), "a", "--root").errors).contains("usage: verify FILE");
    }

    @Test
    void aServerCanBeAsked() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ledger", exchange -> {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(verify(InputStream.nullInputStream(), base + "/ledger").code)
                    .isZero();
            assertThat(verify(InputStream.nullInputStream(), base + "/other").errors)
                    .contains("the server answered 404");
        } finally {
            server.stop(0);
        }
        String gone = "http://127.0.0.1:" + server.getAddress().getPort() + "/ledger";
        assertThat(verify(InputStream.nullInputStream(), gone).code).isEqualTo(2);
    }

    private String file(String text) throws Exception {
        Path file = Files.createTempFile(folder, "ledger-", ".json");
        return Files.writeString(file, text).toString();
    }

    private record Answer(int code, String out, String errors) {}

    private static Answer verify(InputStream in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(arguments),
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Answer(code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}
