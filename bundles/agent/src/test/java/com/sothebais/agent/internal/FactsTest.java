package com.sothebais.agent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Lot;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void knowsNoPriceBeforeSomebodyLeads() {
        PlayedShow show = new PlayedShow();
        show.happened(Script.opened(Script.START.plusSeconds(60)), Script.START);
        assertThat(Facts.of(show.view())
                        .bidding(show.view().lot(Script.ONE).orElseThrow())
                        .map())
                .containsEntry("next", "1 ETH")
                .containsEntry("title", "Neon Koi")
                .containsEntry("story", "Painted in one night. It glows.")
                .doesNotContainKeys("price", "leader");

        show.happened(Script.accepted(Script.ALICE, "p", "1.5"), Script.START);
        assertThat(Facts.of(show.view())
                        .bidding(show.view().lot(Script.ONE).orElseThrow())
                        .map())
                .containsEntry("price", "1.5 ETH")
                .containsEntry("leader", "alice")
                .containsEntry("next", "1.6 ETH")
                .containsEntry("campaign", "Night Garden");
    }

    @Test
    void leavesOutAStoryThatNamesAnAmountALinkOrAHandle() {
        for (String story : new String[] {
            "Bid 10 ETH now.", "See https://x.example.", "Ask @mallory.", "Send to 0xdeadbeef.", "Worth $5."
        }) {
            assertThat(facts(lot("Koi", story))).as(story).doesNotContainKey("story");
        }
        assertThat(facts(lot("Koi", "Painted in 1999.")).get("story")).isEqualTo("Painted in 1999.");
    }

    @Test
    void keepsWholeSentencesOfALongStory() {
        String story = "First. " + "Second goes on and on and on and on. ".repeat(10);
        assertThat(facts(lot("Koi", story)).get("story"))
                .startsWith("First.")
                .endsWith("on.")
                .hasSizeLessThan(132);
    }

    @Test
    void cleansNames() {
        assertThat(facts(lot("  K\u202Eoi\n<b>@x</b>  ", "")).get("title")).isEqualTo("K oi b x b");
        assertThat(Facts.handle(new Account(new AccountId("sandbox", "1"), "a b\u202E@c_7", "Host")))
                .isEqualTo("abc_7");
    }

    @Test
    void countsSecondsUpToTheNextWholeOneAndNoneOfThePast() {
        assertThat(Facts.of(ShowView.EMPTY)
                        .secondsUntil(Script.START.plusMillis(9_200), Script.START)
                        .map())
                .containsEntry("seconds", "10");
        assertThat(Facts.of(ShowView.EMPTY)
                        .secondsUntil(Script.START, Script.START)
                        .map())
                .isEmpty();
    }

    private static Map<String, String> facts(Lot lot) {
        return Facts.of(ShowView.EMPTY).lot(lot).map();
    }

    private static Lot lot(String title, String story) {
        Lot lot = Script.lot(1);
        return new Lot(1, title, lot.artist(), story, lot.artwork(), lot.token(), lot.seller());
    }
}
