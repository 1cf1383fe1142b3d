package com.sothebais.auction.engine;

import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.event.Event;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lots of two campaigns are open, lot 1 in ETH and lot 7 in USDC or ETH. */
class SeveralLotsTest {
    private static final Currency USDC = new Currency("USDC", 6);

    private final Stage stage = new Stage();

    @BeforeEach
    void open() {
        stage.fund(1, "100");
        stage.rehearse(Stage.rules());
    }

    private void second(Currency currency) {
        Rules rules = new Rules(
                Money.of("1", currency),
                Optional.empty(),
                new Increment.Absolute(Money.of("0.1", currency)),
                Extension.NONE,
                10,
                Duration.ofSeconds(1));
        Campaign one = Stage.campaign("other", rules);
        stage.rehearse(new Campaign(
                new CampaignId("other"),
                one.name(),
                one.project(),
                one.collection(),
                one.schedule(),
                List.of(Stage.lot(7), Stage.lot(8)),
                rules,
                one.policy()));
        stage.at(21);
    }

    private Reason reason(String text) {
        List<Event> events = stage.say(1, text);
        return ((BidRefused) events.get(0)).reason();
    }

    @Test
    void anAmountIsReadInTheCurrencyOfTheLotThatIsNamed() {
        second(USDC);
        assertThat(reason("lot 7 bid 3 USDC"))
                .as("understood, there is only no money")
                .isEqualTo(Reason.NEEDS_FUNDS);
        assertThat(reason("lot 7 bid 3")).isEqualTo(Reason.NEEDS_FUNDS);
    }

    @Test
    void moneyOfAnotherLotNeverBecomesMoneyOfTheOneThatIsNamed() {
        second(USDC);
        assertThat(reason("lot 7 bid 3 eth")).isEqualTo(Reason.UNSUPPORTED_CURRENCY);
        assertThat(stage.all(BidAccepted.class)).isEmpty();
    }

    @Test
    void aRaiseIsComparedWithThePriceOfTheLotThatIsNamed() {
        second(Currency.ETH);
        stage.say(1, "lot 1 bid 3 eth");
        assertThat(reason("lot 7 raise by 1.2 eth")).as("as high as its price").isEqualTo(Reason.AMBIGUOUS);
        assertThat(stage.all(BidAccepted.class)).singleElement().satisfies(bid -> assertThat(bid.amount())
                .isEqualTo(eth("3")));
    }
}
