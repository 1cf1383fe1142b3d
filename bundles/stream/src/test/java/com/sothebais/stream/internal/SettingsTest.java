package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void wrongValuesAreNamedOneByOneAndReplacedByDefaults() {
        Settings settings = Settings.of(
                Studios.config(Map.of(
                        "size",
                        "800x600",
                        "fps",
                        0,
                        "preset",
                        "placebo",
                        "rtmp_url",
                        "http://key@secret",
                        "host_handle",
                        "a b",
                        "loudness_lufs",
                        0,
                        "silence_seconds",
                        1,
                        "encoder",
                        "abacus")),
                Map.of());

        assertThat(settings.problems()).hasSize(8).allSatisfy(text -> assertThat(text)
                .startsWith("etc/com.sothebais.stream.cfg: ")
                .contains(" is not allowed; expected ")
                .doesNotContain("secret"));
        assertThat(settings.video().fps()).isEqualTo(30);
        assertThat(settings.pushes()).isEmpty();
        assertThat(settings.sound().lufs()).isEqualTo(-16);
        assertThat(settings.sound().silence()).isEqualTo(Duration.ofSeconds(10));
    }
}
