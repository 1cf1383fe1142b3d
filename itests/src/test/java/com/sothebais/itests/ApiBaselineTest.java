package com.sothebais.itests;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.libg.reporter.ReporterAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the api with the last one that plugins could be compiled against, kept as {@code itests/baseline/api.jar}: a package that
 * changed must have the version that semantic versioning asks for. After a release the jar is replaced by the released one.
 */
class ApiBaselineTest {

    @Test
    void everyChangedPackageOfTheApiHasTheVersionItNeeds() throws Exception {
        Path root = Path.of(System.getProperty("sothebais.root", ".."));
        try (Jar older = new Jar(root.resolve("itests/baseline/api.jar").toFile());
                Jar newer = new Jar(builtApi(root).toFile())) {
            Set<Baseline.Info> infos = new Baseline(new ReporterAdapter(), new DiffPluginImpl()).baseline(newer, older, null);
            Set<String> mismatches = new TreeSet<>();
            for (Baseline.Info info : infos) {
                if (info.mismatch) {
                    mismatches.add(info.packageName + " is " + info.newerVersion + ", needs " + info.suggestedVersion);
                }
            }
            assertThat(infos).isNotEmpty();
            assertThat(mismatches).isEmpty();
        }
    }

    private static Path builtApi(Path root) throws Exception {
        try (Stream<Path> jars = Files.list(root.resolve("bundles/api/target"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches("api-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
