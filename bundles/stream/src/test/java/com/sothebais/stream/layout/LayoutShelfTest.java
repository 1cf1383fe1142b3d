package com.sothebais.stream.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutShelfTest {
    @TempDir
    private Path folder;

    @Test
    void theBundledLayoutsAreThereWithoutAnyFileAndFitTheSchema() {
        LayoutShelf shelf = new LayoutShelf(folder.resolve("nowhere"), asset -> false);
        shelf.look();

        assertThat(shelf.names()).containsExactly("default", "standby");
        assertThat(name(shelf, "standby")).isEqualTo("Standby");
        assertThat(shelf.find("gala")).isEmpty();
        assertThat(shelf.trouble()).isEmpty();
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(BundledLayout.resource(BundledLayout.SCHEMA))
                        .validate(BundledLayout.text("standby"), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void aFileIsASourceWhileItIsThereAndTakesThePlaceOfABundledOne() throws IOException {
        LayoutShelf shelf = new LayoutShelf(folder, asset -> false);
        write("gala", "Gala");
        write("standby", "Our break");
        shelf.look();

        assertThat(shelf.names()).containsExactly("default", "gala", "standby");
        assertThat(name(shelf, "gala")).isEqualTo("Gala");
        assertThat(name(shelf, "standby")).isEqualTo("Our break");
        Layouts onAir = shelf.find("gala").orElseThrow();
        Files.delete(folder.resolve("gala.json"));
        Files.delete(folder.resolve("standby.json"));
        shelf.look();
        assertThat(shelf.names()).containsExactly("default", "standby");
        assertThat(name(shelf, "standby")).isEqualTo("Standby");
        assertThat(onAir.current(Optional.empty()).name())
                .as("what is on air stays")
                .isEqualTo("Gala");
    }

    @Test
    void aRefusedFileLeavesTheLayoutBeforeAndSaysWhy() throws IOException {
        LayoutShelf shelf = new LayoutShelf(folder, asset -> false);
        write("gala", "Gala");
        shelf.look();
        Files.writeString(folder.resolve("gala.json"), "{\"version\": 1}");
        shelf.look();

        assertThat(name(shelf, "gala")).isEqualTo("Gala");
        assertThat(shelf.trouble()).hasValueSatisfying(text -> assertThat(text).contains("gala.json"));
    }

    @Test
    void onlySoManyFilesAreRead() throws IOException {
        for (int i = 0; i < LayoutShelf.LAYOUTS_MAX + 5; i++) {
            write("a" + (char) ('a' + i), "Layout " + i);
        }
        LayoutShelf shelf = new LayoutShelf(folder, asset -> false);
        shelf.look();

        assertThat(shelf.names()).hasSize(LayoutShelf.LAYOUTS_MAX + 2);
    }

    private void write(String name, String title) throws IOException {
        Files.writeString(
                folder.resolve(name + ".json"),
                BundledLayout.text("standby").replace("\"name\": \"Standby\"", "\"name\": \"" + title + "\""));
    }

    private static String name(LayoutShelf shelf, String name) {
        return shelf.find(name).orElseThrow().current(Optional.empty()).name();
    }
}
