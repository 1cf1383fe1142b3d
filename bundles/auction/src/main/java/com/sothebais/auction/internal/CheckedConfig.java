package com.sothebais.auction.internal;

import com.sothebais.auction.engine.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration with every value checked. A wrong value is named once and its default is used, so that a typing error stops no
 * auction.
 *
 * @param complaints what is wrong, one sentence each
 */
record CheckedConfig(Settings settings, List<String> complaints) {
    static final String PID = "com.sothebais.auction";

    CheckedConfig {
        complaints = List.copyOf(complaints);
    }

    static CheckedConfig of(AuctionComponent.Config config) {
        List<String> complaints = new ArrayList<>();
        Settings standard = Settings.DEFAULT;
        Settings settings = new Settings(
                number(
                        new Key("inboxCapacity", 1, 1_000_000, standard.inboxCapacity()),
                        config.inboxCapacity(),
                        complaints),
                number(new Key("batchSize", 1, 2_000, standard.batchSize()), config.batchSize(), complaints),
                number(new Key("ratePosts", 1, 100_000, standard.ratePosts()), config.ratePosts(), complaints),
                number(
                        new Key("rateWalletBids", 1, 100_000, standard.rateWalletBids()),
                        config.rateWalletBids(),
                        complaints),
                Duration.ofSeconds(number(
                        new Key("rateWindowSeconds", 1, 86_400, (int)
                                standard.rateWindow().toSeconds()),
                        config.rateWindowSeconds(),
                        complaints)),
                number(
                        new Key("snapshotFacts", 1_000, 10_000_000, standard.snapshotFacts()),
                        config.snapshotFacts(),
                        complaints));
        return new CheckedConfig(settings, complaints);
    }

    /** A key, what is allowed, and its default. */
    private record Key(String name, int least, int most, int standard) {}

    private static int number(Key key, String value, List<String> complaints) {
        try {
            int number = Integer.parseInt(value.trim());
            if (number >= key.least() && number <= key.most()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: said below together with numbers out of range.
        }
        complaints.add(PID + ": " + key.name() + " = '" + value + "' is not a whole number from " + key.least() + " to "
                + key.most() + "; " + key.standard() + " is used.");
        return key.standard();
    }
}
