package com.sothebais.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Runs a program and returns what it prints. */
final class Commands {
    private Commands() {}

    /** @throws IllegalStateException with what it says on standard error, when it fails */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(() -> readAll(process));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + ": " + new String(errors.join(), StandardCharsets.UTF_8));
        }
        return output;
    }

    private static byte[] readAll(Process process) {
        try {
            return process.getErrorStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
