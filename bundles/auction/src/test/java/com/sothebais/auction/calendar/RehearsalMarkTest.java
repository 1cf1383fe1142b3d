package com.sothebais.auction.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.event.StreamId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RehearsalMarkTest {
    private static final String ID = RehearsalMark.id("sandbox", Instant.parse("2026-11-21T19:00:00.123Z"), 4);

    @Test
    void isInEveryIdAndStreamThatIsMadeOfIt() {
        assertThat(ID).isEqualTo("rehearsal-sandbox-20261121-190000-123-4x");
        assertThat(new CampaignId(ID).isRehearsal()).isTrue();
        assertThat(SessionId.compressed(new CampaignId(ID)).isRehearsal()).isTrue();
        assertThat(new AuctionId(ID + "-lot-1").isRehearsal()).isTrue();
        for (String family : new String[] {"campaign/", "session/", "auction/", "settlement/", "host/"}) {
            assertThat(new StreamId(family + ID).isRehearsal()).as(family).isTrue();
        }
    }

    @Test
    void isInNothingReal() {
        SessionId demo = SessionId.compressed(new CampaignId("demo-1"));
        assertThat(new CampaignId("genesis").isRehearsal()).isFalse();
        assertThat(new StreamId("host").isRehearsal()).isFalse();
        assertThat(new StreamId("mentions/sandbox").isRehearsal()).isFalse();
        assertThat(demo.isRehearsal()).isFalse();
        assertThat(demo.isCompressed()).isTrue();
    }

    @Test
    void namesTheOnlyNetworkThatIsHeard() {
        AuctionId lot = new AuctionId(ID + "-lot-1");

        assertThat(RehearsalMark.networkOf(lot.value())).contains("sandbox");
        assertThat(lot.admits("sandbox")).isTrue();
        assertThat(lot.admits("x")).isFalse();
        assertThat(new AuctionId("genesis-lot-1").admits("x")).isTrue();
        assertThat(new AuctionId("rehearsal-").admits("x"))
                .as("a mark without a network admits nobody")
                .isFalse();
    }

    @Test
    void saysHowFastTheRehearsalWasChosenToBe() {
        assertThat(RehearsalMark.speedOf(ID)).hasValue(4);
        assertThat(RehearsalMark.speedOf(ID + "-lot-60x")).hasValue(4);
        assertThat(RehearsalMark.speedOf(
                        SessionId.compressed(new CampaignId(ID)).value()))
                .hasValue(4);
        assertThat(RehearsalMark.speedOf("rehearsal-sandbox-20261121-190000-123"))
                .as("one of before")
                .isEmpty();
        assertThat(RehearsalMark.speedOf("rehearsal-sandbox-20261121-190000-123-lot-4x"))
                .isEmpty();
        assertThat(RehearsalMark.speedOf("genesis-4x")).isEmpty();
    }

    @Test
    void takesNoNameThatCouldBeReadInTwoWays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RehearsalMark.id("my-network", Instant.EPOCH, 1))
                .withMessageContaining("small letters and digits");
        assertThatIllegalArgumentException().isThrownBy(() -> RehearsalMark.id("sandbox", Instant.EPOCH, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RehearsalMark.id("sandbox", Instant.EPOCH, 1_000));
    }
}
