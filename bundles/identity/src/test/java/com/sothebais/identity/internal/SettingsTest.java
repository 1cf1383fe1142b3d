package com.sothebais.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void takesWhatIsAllowed() {
        assertThat(Settings.of(Map.of("session.idle.minutes", "30")).sessionIdle())
                .isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1441", "-1", "long", ""})
    void namesWhatIsWrongAndFallsBack(String value) {
        Settings settings = Settings.of(Map.of("session.idle.minutes", value));
        assertThat(settings.sessionIdle()).isEqualTo(Duration.ofHours(8));
        assertThat(settings.problems())
                .singleElement()
                .asString()
                .contains("com.sothebais.identity: session.idle.minutes = '" + value + "'", "1 to 1440");
    }
}
