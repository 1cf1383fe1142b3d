package com.sothebais.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Named numbers and the machine they were measured on. */
final class Figures {
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** @param name dotted, with the unit last, for example {@code start.cold_to_first_frame_s} */
    void put(String name, double value) {
        figures.put(name, Math.round(value * 1000) / 1000.0);
    }

    /** A figure that was put before. */
    double get(String name) {
        return figures.get(name);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        machine().forEach((key, value) -> table.append(String.format("  %-34s %s%n", key, value)));
        figures.forEach((name, value) -> table.append(String.format(Locale.ROOT, "  %-34s %12.3f%n", name, value)));
        return table.toString();
    }

    void write(Path file) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine());
        document.put("figures", figures);
        Files.writeString(
                file,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document) + "\n");
    }

    private static Map<String, String> machine() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("cpu", cpu());
        machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vm.version"));
        return machine;
    }

    private static String cpu() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
