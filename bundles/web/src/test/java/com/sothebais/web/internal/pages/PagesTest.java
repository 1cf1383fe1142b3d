package com.sothebais.web.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Studio;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    @TempDir
    Path folder;

    private SamplePlatform platform;
    private WebServer web;

    @BeforeEach
    void start() throws Exception {
        Path hls = Files.createDirectory(folder.resolve("hls"));
        Files.writeString(hls.resolve("live.m3u8"), "#EXTM3U");
        Files.writeString(hls.resolve("live1.ts"), "packets");
        Files.writeString(hls.resolve("notes.txt"), "private");
        Files.writeString(folder.resolve("secret.ts"), "private");
        Files.createSymbolicLink(hls.resolve("link.ts"), folder.resolve("secret.ts"));
        platform = new SamplePlatform(hls, "image/png", new byte[] {1});
        web = new WebServer(platform, 1);
    }

    @AfterEach
    void stop() throws Exception {
        web.stop();
    }

    @Nested
    class Hls {
        @Test
        void thePlaylistIsAlwaysAskedForAnew() throws Exception {
            HttpResponse<String> answer = web.get("/hls/live.m3u8");
            assertThat(answer.body()).isEqualTo("#EXTM3U");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.apple.mpegurl");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(web.get("/hls/live1.ts").headers().firstValue("Content-Type"))
                    .contains("video/mp2t");
        }

        @Test
        void nothingButTheStreamsOwnFilesCanBeRead() throws Exception {
            for (String path : new String[] {
                "/hls/../secret.ts",
                "/hls/..%2fsecret.ts",
                "/hls/%2e%2e/secret.ts",
                "/hls/%2e%2e%2fsecret.ts",
                "/hls/..%5csecret.ts",
                "/hls/..;/secret.ts",
                "/hls//etc/passwd",
                "/hls/notes.txt",
                "/hls/link.ts",
                "/hls/live.m3u8%00.ts",
                "/hls/",
                "/hls"
            }) {
                String answer = raw(path);
                assertThat(answer).as(path).doesNotContain("private", "root:").doesNotContain(" 200 ");
            }
        }

        @Test
        void aMissingStudioIsSaid() throws Exception {
            platform.remove(Studio.class);
            assertThat(web.get("/hls/live.m3u8").statusCode()).isEqualTo(503);
        }
    }

    @Nested
    class Dashboard {
        @Test
        void thePageMayOnlyRunItsOwnScripts() throws Exception {
            HttpResponse<String> answer = web.get("/dashboard/");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("<sothebais-dashboard");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        }

        @Test
        void itsFilesAreCachedForEverUnderNamesThatChange() throws Exception {
            String page = web.get("/dashboard/").body();
            String script = page.replaceAll("(?s).*src=\"\\./?(assets/[^\"]+\\.js)\".*", "$1");
            HttpResponse<String> answer = web.get("/dashboard/" + script);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        }

        @Test
        void withoutItsSlashItIsFoundToo() throws Exception {
            HttpResponse<String> answer = web.get("/dashboard");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/dashboard/");
        }

        @Test
        void nothingElseOfTheBundleCanBeRead() throws Exception {
            for (String path : new String[] {
                "/dashboard/../openapi.json",
                "/dashboard/%2e%2e/openapi.json",
                "/dashboard/..%2fopenapi.json",
                "/dashboard/com/sothebais/web/internal/pages/StaticFiles.class",
                "/dashboard/missing.js"
            }) {
                assertThat(raw(path)).as(path).doesNotContain(" 200 ");
            }
        }
    }

    @Nested
    class Verify {
        @Test
        void thePageMayOnlyRunItsOwnScripts() throws Exception {
            HttpResponse<String> answer = web.get("/verify/");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("<sothebais-verify").doesNotContain("<script>", " style=");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe");
        }

        @Test
        void everyFileItNamesIsThere() throws Exception {
            Matcher names = Pattern.compile("(?:src|href)=\"\\./([^\"]+)\"")
                    .matcher(web.get("/verify/").body());
            int found = 0;
            while (names.find()) {
                assertThat(web.get("/verify/" + names.group(1)).statusCode())
                        .as(names.group(1))
                        .isEqualTo(200);
                found++;
            }
            assertThat(found).isGreaterThan(2);
        }

        @Test
        void withoutItsSlashItIsFoundToo() throws Exception {
            HttpResponse<String> answer = web.get("/verify");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/verify/");
            assertThat(web.get("/verify/missing.js").body()).contains("the verifier is at /verify/");
        }
    }

    /** Sends the path exactly as written; other clients tidy it up first. */
    private String raw(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", web.uri("").getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            StringBuilder answer = new StringBuilder();
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            reader.lines().forEach(line -> answer.append(line).append('\n'));
            return answer.toString();
        }
    }
}
