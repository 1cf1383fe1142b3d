package com.sothebais.settlement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void takesWhatIsAllowed() {
        assertThat(Settings.of(Map.of("poll.millis", " 1000 ")).pollMillis()).isEqualTo(1_000);
        assertThat(Settings.of(Map.of("poll.millis", 250L)).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "49", "60001", "-5", "often", ""})
    void namesWhatIsWrongAndFallsBack(String value) {
        Settings settings = Settings.of(Map.of("poll.millis", value));
        assertThat(settings.pollMillis()).isEqualTo(Settings.POLL_MILLIS);
        assertThat(settings.problems())
                .singleElement()
                .asString()
                .contains("com.sothebais.settlement: poll.millis = '" + value + "'", "50 to 60000");
    }
}
