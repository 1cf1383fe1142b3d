package com.sothebais.auction.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.auction.engine.Settings;
import java.io.IOException;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CheckedConfigTest {

    @Test
    void takesGoodValues() {
        CheckedConfig checked = CheckedConfig.of(config("100", " 10 "));
        assertThat(checked.complaints()).isEmpty();
        assertThat(checked.settings().inboxCapacity()).isEqualTo(100);
        assertThat(checked.settings().batchSize()).isEqualTo(10);
    }

    @Test
    void namesPidKeyValueAndWhatIsAllowedAndUsesTheDefault() {
        CheckedConfig checked = CheckedConfig.of(config("many", "0"));
        assertThat(checked.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(checked.complaints())
                .containsExactly(
                        "com.sothebais.auction: inboxCapacity = 'many' is not a whole number from 1 to 1000000;"
                                + " 20000 is used.",
                        "com.sothebais.auction: batchSize = '0' is not a whole number from 1 to 2000; 1000 is used.");
    }

    @Test
    void theFileOfTheDistributionHasEveryKeyWithItsDefault() throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("../../etc/com.sothebais.auction.cfg"))) {
            file.load(reader);
        }
        Method[] keys = AuctionComponent.Config.class.getDeclaredMethods();
        assertThat(file.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(keys).map(Method::getName).toList());
        for (Method key : keys) {
            assertThat(file.getProperty(key.getName())).as(key.getName()).isEqualTo(key.getDefaultValue());
        }
    }

    private static AuctionComponent.Config config(String inboxCapacity, String batchSize) {
        return new AuctionComponent.Config() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return AuctionComponent.Config.class;
            }

            @Override
            public String inboxCapacity() {
                return inboxCapacity;
            }

            @Override
            public String batchSize() {
                return batchSize;
            }

            @Override
            public String ratePosts() {
                return "30";
            }

            @Override
            public String rateWalletBids() {
                return "60";
            }

            @Override
            public String snapshotFacts() {
                return "50000";
            }

            @Override
            public String rateWindowSeconds() {
                return "10";
            }
        };
    }
}
