package com.sothebais.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux and the JVM say of a process. */
final class Processes {
    private static final double TICKS_PER_SECOND = 100;
    private static final int HEAP_READINGS = 3;

    private Processes() {}

    /** Resident memory of the process itself. */
    static double residentMegabytes(long pid) throws IOException {
        Matcher matcher =
                Pattern.compile("VmRSS:\\s+(\\d+) kB").matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024.0 : 0;
    }

    /** CPU seconds that the process has used, user and system. */
    static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Used heap after a full collection: the lowest of several readings, because the platform works on while it is read. */
    static double liveHeapMegabytes(long pid) throws IOException, InterruptedException {
        double lowest = Double.MAX_VALUE;
        for (int reading = 0; reading < HEAP_READINGS; reading++) {
            jcmd(pid, "GC.run");
            Matcher matcher = Pattern.compile("used (\\d+)K").matcher(jcmd(pid, "GC.heap_info"));
            if (!matcher.find()) {
                throw new IOException("the JVM did not say how much heap it uses");
            }
            lowest = Math.min(lowest, Long.parseLong(matcher.group(1)) / 1024.0);
        }
        return lowest;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(tool, String.valueOf(pid), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
