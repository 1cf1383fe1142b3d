package com.sothebais.chain.simulated.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.chain.ChainId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void takesWhatIsAllowed() {
        Settings settings = Settings.of(Map.of("id", "sim:7", "block.millis", "0"));
        assertThat(settings.id()).isEqualTo(new ChainId("sim:7"));
        assertThat(settings.blockMillis()).isZero();
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void namesPidKeyValueAndWhatIsAllowedAndFallsBack() {
        Settings settings = Settings.of(Map.of("id", "eip155:360", "block.millis", "soon"));
        assertThat(settings.id()).isEqualTo(new ChainId("sim:1"));
        assertThat(settings.blockMillis()).isEqualTo(1_000);
        assertThat(settings.problems()).hasSize(2);
        assertThat(settings.problems().get(0)).contains("com.sothebais.chain.simulated: id", "'eip155:360'", "letters");
        assertThat(settings.problems().get(1)).contains("block.millis", "'soon'", "0 to 5000");
    }

    @Test
    void refusesBlocksThatNoSettlementWouldWaitFor() {
        assertThat(Settings.of(Map.of("id", "sim:1", "block.millis", "60000")).problems())
                .hasSize(1);
    }
}
