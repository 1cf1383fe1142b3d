package com.sothebais.web.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.ShowView;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.answer.Envelope;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;

class JsonTest {
    private final MemoryEventLog log = new MemoryEventLog();
    private final SampleShow show = new SampleShow(log);

    @Property(tries = 200)
    void moneyKeepsEveryUnit(
            @ForAll @BigRange(min = "0", max = "340282366920938463463374607431768211455") BigInteger units) {
        MoneyJson json = MoneyJson.of(new Money(units, Currency.ETH));
        assertThat(new BigInteger(json.units())).isEqualTo(units);
        assertThat(Money.of(json.amount(), Currency.ETH).units()).isEqualTo(units);
        assertThat(json.text()).isEqualTo(json.amount() + " ETH");
    }

    @Test
    void anEmptyShowIsAnAnswerToo() throws Exception {
        JsonNode json = json(ShowJson.of(ShowView.EMPTY, SampleShow.START));
        assertThat(json.get("campaign").isNull()).isTrue();
        assertThat(json.get("lot").isNull()).isTrue();
        assertThat(json.get("bids")).isEmpty();
        assertThat(json.get("serverTime").asText()).isEqualTo("2026-11-21T19:00:00Z");
    }

    @Test
    void aSoldLotShowsWinnerRootAndTransaction() throws Exception {
        show.publish().open(SampleShow.FIRST, SampleShow.START.plusSeconds(60));
        show.accept(SampleShow.FIRST, SampleShow.ANN, "2.5", "2.6");
        show.extend(SampleShow.FIRST, SampleShow.START.plusSeconds(70));
        show.sell(SampleShow.FIRST, SampleShow.ANN, "2.5").settle(SampleShow.FIRST);
        JsonNode lot = json(LotJson.of(fold().lot(SampleShow.FIRST).orElseThrow()));
        assertThat(lot.at("/result/outcome").asText()).isEqualTo("SOLD");
        assertThat(lot.at("/result/winner/handle").asText()).isEqualTo("ann");
        assertThat(lot.at("/result/settlement").asText()).startsWith("0xcdcd");
        assertThat(lot.at("/times/extensions").asInt()).isEqualTo(1);
        assertThat(lot.at("/times/ends").asText()).isEqualTo("2026-11-21T19:01:10Z");
        assertThat(lot.at("/reserve/met").asBoolean()).isTrue();
        assertThat(lot.at("/reserve/amount").isNull()).isTrue();
    }

    @Test
    void everyReasonHasItsOwnWords() {
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(ReasonText.of(reason)).isNotBlank());
        assertThat(Reason.values()).extracting(ReasonText::of).doesNotHaveDuplicates();
    }

    @Test
    void anyFactCanBeLookedAt() throws Exception {
        show.publish().open(SampleShow.FIRST, SampleShow.START.plusSeconds(60));
        show.accept(SampleShow.FIRST, SampleShow.ANN, "1.5", "1.6");
        show.refuse(SampleShow.FIRST, SampleShow.BOB, "x", Reason.UNREADABLE);
        show.speak("hello");
        show.sell(SampleShow.FIRST, SampleShow.ANN, "1.5").settle(SampleShow.FIRST);
        for (var recorded : log.read(0, 100)) {
            JsonNode json = json(EventJson.of(recorded));
            assertThat(json.get("type").asText())
                    .isEqualTo(recorded.event().getClass().getSimpleName());
            assertThat(json.get("payload").size()).isPositive();
        }
        JsonNode accepted = json(EventJson.of(log.read(3, 1).get(0))).get("payload");
        assertThat(accepted.at("/amount/text").asText()).isEqualTo("1.5 ETH");
        assertThat(accepted.at("/auction").asText()).isEqualTo("demo-1");
        assertThat(accepted.at("/displaced").isNull()).isTrue();
    }

    private ShowView fold() {
        ShowView view = ShowView.EMPTY;
        for (var recorded : log.read(0, 1_000)) {
            view = view.after(recorded);
        }
        return view;
    }

    private static JsonNode json(Object value) throws Exception {
        return Envelope.JSON.readTree(Envelope.write(value));
    }
}
