package com.sothebais.web.internal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void readsWhatIsWritten() {
        Settings settings = Settings.read(" 50 ", "5", "7", "/srv/demo");
        assertThat(settings).isEqualTo(new Settings(50, 5, 7, Path.of("/srv/demo"), List.of()));
    }

    @Test
    void aWrongValueIsNamedWithWhatIsAllowedAndReplacedByTheDefault() {
        for (String wrong : new String[] {"0", "-1", "many", "", "1000000", "99999999999999999999"}) {
            Settings settings = Settings.read(wrong, "5", "7", "demo");
            assertThat(settings.viewersMax()).isEqualTo(Settings.VIEWERS_DEFAULT);
            assertThat(settings.problems())
                    .containsExactly("com.sothebais.web: viewers.max = '" + wrong
                            + "' is not a whole number from 1 to 100000; using 10000.");
        }
    }
}
