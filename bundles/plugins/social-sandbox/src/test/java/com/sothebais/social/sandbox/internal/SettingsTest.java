package com.sothebais.social.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void takesWhatIsAllowedWithoutComplaint() {
        Settings settings = Settings.read(" Gavel_1 ", "The Gavel", "500");

        assertThat(settings.hostHandle()).isEqualTo("Gavel_1");
        assertThat(settings.hostName()).isEqualTo("The Gavel");
        assertThat(settings.textMax()).isEqualTo(500);
        assertThat(settings.complaints()).isEmpty();
    }

    @Test
    void aWrongValueFallsBackAndIsNamedWithItsPidKeyAndWhatIsAllowed() {
        Settings settings = Settings.read("@so the", "", "many");

        assertThat(settings.hostHandle()).isEqualTo("sothebais");
        assertThat(settings.hostName()).isEqualTo("SothebAIs");
        assertThat(settings.textMax()).isEqualTo(280);
        assertThat(settings.complaints()).hasSize(3).anySatisfy(it -> assertThat(it)
                .contains("com.sothebais.social.sandbox")
                .contains("text.max")
                .contains("'many'")
                .contains("from 40 to 10000"));
        assertThat(Settings.read("a", "b", "39").textMax()).isEqualTo(280);
    }
}
