package com.sothebais.stream.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.Assets.AssetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetFilesTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";

    @TempDir
    private Path directory;

    private AssetFiles assets;

    @BeforeEach
    void open() {
        assets = new AssetFiles(directory.resolve("assets"));
    }

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A0000, image/png",
        "FFD8FFE000104A464946, image/jpeg",
        "4749463839610100, image/gif",
        "524946460400000057454250, image/webp"
    })
    void recognisesPicturesByTheirContent(String hex, String type) {
        byte[] content = java.util.HexFormat.of().parseHex(hex);
        Asset stored = assets.store(content);

        assertThat(stored.mediaType()).isEqualTo(type);
        assertThat(assets.content(stored.id())).contains(content);
        assertThat(assets.find(stored.id())).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SVG,
                "<?xml version=\"1.0\"?>\n<!-- koi --> <svg/>",
                "<!DOCTYPE svg PUBLIC \"a\" \"b\">\n<svg width=\"1\"></svg>"
            })
    void recognisesSvg(String text) {
        assertThat(assets.store(bytes(text)).mediaType()).isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text about <svg>",
                "<html><svg/></html>",
                "MZ\u0090",
                "<svg><script>alert(1)</script></svg>",
                "<svg onload=\"alert(1)\"/>",
                "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>"
            })
    void refusesWhatIsNoPictureOrMoreThanOne(String text) {
        assertThatThrownBy(() -> assets.store(bytes(text))).isInstanceOf(IllegalArgumentException.class);
        assertThat(directory.resolve("assets")).doesNotExist();
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThatThrownBy(() -> assets.store(new byte[0])).hasMessageContaining("got 0");
        assertThatThrownBy(() -> assets.store(new byte[Assets.SIZE_MAX_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void storesTheSameContentOnceAndLeavesNoPartsBehind() throws IOException {
        assets.store(bytes(SVG));
        assets.store(bytes(SVG));

        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void whatIsNotThereIsEmpty() {
        AssetId unknown = new AssetId("0".repeat(64));

        assertThat(assets.content(unknown)).isEmpty();
        assertThat(assets.find(unknown)).isEmpty();
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(directory.resolve("no-directory"));

        assertThatThrownBy(() -> new AssetFiles(file).store(bytes(SVG)))
                .isInstanceOf(AssetException.class)
                .hasMessageContaining("no-directory");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
