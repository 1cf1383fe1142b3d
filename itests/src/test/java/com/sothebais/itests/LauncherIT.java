package com.sothebais.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the launcher says when something is not as it should be: one sentence that names what to do. */
class LauncherIT {

    @Test
    void helpNamesEveryCommand() throws Exception {
        Answer answer = launcher(Map.of(), "help");
        assertThat(answer.code).isZero();
        assertThat(answer.text)
                .contains("demo", "run", "test", "bench", "verify", "parse-bids", "shell", "status", "stop");
    }

    @Test
    void anUnknownCommandIsNamed() throws Exception {
        Answer answer = launcher(Map.of(), "dmeo");
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.text).contains("there is no command \"dmeo\"");
    }

    @Test
    void aBusyPortIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer answer = launcher(
                    Map.of(
                            "SOTHEBAIS_NODE",
                            Platform.ROOT.resolve("itests/target/nodes/busy").toString()),
                    "run",
                    "--port",
                    String.valueOf(taken.getLocalPort()));
            assertThat(answer.code).isEqualTo(1);
            assertThat(answer.text).contains("port " + taken.getLocalPort() + " is busy", "--port");
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Answer answer = launcher(Map.of(), "demo", "--out", "/proc/nowhere");
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.text).contains("cannot create /proc/nowhere", "--out");
    }

    @Test
    void whatIsNotRunningCanBeAskedAndStopped() throws Exception {
        Map<String, String> nowhere = Map.of(
                "SOTHEBAIS_NODE",
                Platform.ROOT.resolve("itests/target/nodes/none").toString());
        assertThat(launcher(nowhere, "status")).isEqualTo(new Answer(3, "not running\n"));
        assertThat(launcher(nowhere, "stop")).isEqualTo(new Answer(0, "not running\n"));
        assertThat(launcher(nowhere, "shell").text).contains("not running; start it with");
    }

    @Test
    void aTableOfPostsIsReadWithoutThePlatform() throws Exception {
        Path table = table("id\ttext\tcontext\tintent\tamount\tcurrency\terror\nA1\tbid 2.5 eth\t\tBID\t2.5\tETH\t\n");
        assertThat(launcher(Map.of(), "parse-bids", table.toString()))
                .isEqualTo(new Answer(0, "A1\tBID\t2.5\tETH\t\n# 0 disagreements of 1 rows\n"));
    }

    @Test
    void aTableThatDisagreesEndsWithOneAndABadOneWithTwo() throws Exception {
        Answer disagrees = launcher(
                Map.of(), "parse-bids", table("id\ttext\tintent\nA1\tgm\tBID\n").toString());
        assertThat(disagrees.code).isEqualTo(1);
        assertThat(disagrees.text).contains("expected BID, read CHAT", "# 1 disagreements of 1 rows");
        Answer lacks =
                launcher(Map.of(), "parse-bids", table("id\tcontext\nA1\t\n").toString());
        assertThat(lacks.code).isEqualTo(2);
        assertThat(lacks.text).contains("the column text is missing");
        Answer nowhere = launcher(Map.of(), "parse-bids", "no-such-file.tsv");
        assertThat(nowhere.code).isEqualTo(2);
        assertThat(nowhere.text).contains("there is no file no-such-file.tsv");
    }

    private static Path table(String content) throws IOException {
        Path table = Files.createTempFile(
                Files.createDirectories(Platform.ROOT.resolve("itests/target/tables")), "posts", ".tsv");
        return Files.writeString(table, content);
    }

    private record Answer(int code, String text) {}

    private static Answer launcher(Map<String, String> environment, String... words) throws Exception {
        List<String> line =
                new ArrayList<>(List.of(Platform.ROOT.resolve("sothebais").toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("SOTHEBAIS_BUILT", "true");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
