package com.sothebais.benchmarks.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A {@link SaleNode} seen from outside. Its acknowledgements go to a listener on the reading thread, all else waits to be asked for. */
final class NodeProcess implements AutoCloseable {
    private static final Duration EXIT_MAX = Duration.ofSeconds(20);
    private static final String GONE = "GONE";

    private final Process process;
    private final Writer input;
    private final Thread reader;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /**
     * Starts a node.
     *
     * @param log where its standard error goes, behind what is there
     * @param outcomes gets the word ({@code ACK}, {@code FAIL}, {@code FULL}) and the number of a post
     */
    NodeProcess(Path log, BiConsumer<String, Integer> outcomes, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.log.org.flywaydb=warn",
                "-cp",
                System.getProperty("java.class.path"),
                SaleNode.class.getName()));
        line.addAll(List.of(arguments));
        process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        reader = new Thread(() -> read(outcomes), "node-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BiConsumer<String, Integer> outcomes) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                String word = tab < 0 ? line : line.substring(0, tab);
                if (word.equals("ACK") || word.equals("FAIL") || word.equals("FULL")) {
                    outcomes.accept(word, Integer.valueOf(line.substring(tab + 1)));
                } else {
                    answers.add(line);
                }
            }
        } catch (IOException | NumberFormatException e) {
            // A killed process ends in the middle of a line.
        } finally {
            answers.add(GONE);
        }
    }

    /** Sends a command; to a dead process it is lost, as on a network. */
    void send(String command) {
        try {
            input.write(command + "\n");
            input.flush();
        } catch (IOException e) {
            // The process was killed meanwhile, and what was sent with it.
        }
    }

    /** Waits for a line that begins with the word; hands the others before it to nobody. */
    String await(String word, Duration limit) throws InterruptedException {
        return collect(word, limit).get(0);
    }

    /** Waits for a line that begins with the word and returns it first, behind it all lines since the last wait. */
    List<String> collect(String word, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        List<String> before = new ArrayList<>();
        while (true) {
            String line = answers.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(GONE)) {
                throw new IllegalStateException("the node "
                        + (line == null ? "did not say " + word + " within " + limit : "ended before it said " + word)
                        + (before.isEmpty() ? "" : ", but: " + before.get(before.size() - 1)));
            }
            if (line.startsWith(word)) {
                before.add(0, line);
                return before;
            }
            before.add(line);
        }
    }

    /** SIGKILL; returns when it is gone and everything it said has been read. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(EXIT_MAX.toSeconds(), TimeUnit.SECONDS);
            reader.join(EXIT_MAX.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
