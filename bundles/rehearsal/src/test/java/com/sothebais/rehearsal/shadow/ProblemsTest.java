package com.sothebais.rehearsal.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Instant LIVE = Instant.parse("2027-03-01T19:00:00Z");

    private final Sample sample = new Sample(new CampaignId("genesis"), LIVE);
    private final PlannedLot lot = sample.session().lots().get(0);

    private List<String> of(PlannedLot changed) {
        return Problems.before(
                new Original(sample.campaign(), sample.session(), List.of(changed)), id -> true, Currency.ETH);
    }

    private Rules rules(String start, String reserve, Extension extension) {
        return new Rules(
                Money.of(start, Currency.ETH),
                Optional.of(new Reserve(Money.of(reserve, Currency.ETH), true)),
                new Increment.Absolute(Money.of("0.1", Currency.ETH)),
                extension,
                5,
                Duration.ZERO);
    }

    @Test
    void aSessionThatIsReadyHasNone() {
        assertThat(Problems.before(sample.original(), id -> true, Currency.ETH)).isEmpty();
    }

    @Test
    void aPictureThatIsNotThereIsNamedWithItsLot() {
        assertThat(Problems.before(sample.original(), id -> false, Currency.ETH))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Lot 4 has no artwork");
    }

    @Test
    void aReserveThatTheIncrementsDoNotReachIsNamed() {
        assertThat(of(lot.with(rules("1", "50", Extension.NONE))))
                .singleElement()
                .asString()
                .isEqualTo(
                        "Lot 4 does not reach its reserve of 50 ETH with 100 raises from 1 ETH (they end at 11.1 ETH);"
                                + " raise the increment or lower the reserve.");
        assertThat(of(lot.with(rules("1", "11", Extension.NONE)))).isEmpty();
    }

    @Test
    void aWindowThatCoversTheWholeLotIsNamed() {
        Extension always = new Extension(Sample.LOT, Duration.ofMinutes(1), 3, Duration.ofMinutes(5));

        assertThat(of(lot.with(rules("1", "2", always))))
                .singleElement()
                .asString()
                .contains("every bid moves its end");
    }

    @Test
    void missingWordsAreNamed() {
        Lot bare = new Lot(
                4,
                "Work",
                "Artist",
                " ",
                lot.lot().artwork(),
                lot.lot().token(),
                lot.lot().seller());
        Lot unnamed = new Lot(
                4,
                "",
                "Artist",
                "Story.",
                lot.lot().artwork(),
                lot.lot().token(),
                lot.lot().seller());

        assertThat(of(new PlannedLot(lot.auction(), bare, lot.rules(), lot.opens(), lot.ends())))
                .singleElement()
                .asString()
                .contains("Lot 4 has no story");
        assertThat(of(new PlannedLot(lot.auction(), unnamed, lot.rules(), lot.opens(), lot.ends())))
                .singleElement()
                .asString()
                .contains("Lot 4 has no title");
    }

    @Test
    void anotherCurrencyIsSaid() {
        assertThat(Problems.before(sample.original(), id -> true, new Currency("DEMO", 18)))
                .containsExactly("The session is sold in ETH and was rehearsed with the same figures in DEMO.");
    }
}
