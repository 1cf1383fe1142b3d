package com.sothebais.event.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What first versions are taken to mean, as docs/events.md says. */
class UpcastsTest {
    private final EventCodec codec = new EventCodec();

    @Test
    void takesAFirstCampaignAsOneThatSellsInTurnAndReturnsWhatIsNotPaid() throws IOException {
        for (CampaignPublished fact : first("auction.campaign-published", CampaignPublished.class)) {
            Campaign campaign = fact.campaign();

            assertThat(campaign.collection()).isEqualTo(campaign.project());
            assertThat(campaign.policy().unpaid()).isEqualTo(Campaign.Unpaid.RETURN);
            assertThat(campaign.schedule().sale().course()).isEqualTo(Schedule.Course.SEQUENTIAL);
            assertThat(campaign.rules().viewerDelay()).isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void takesAFirstSessionAsOneWhoseLotsFollowEachOther() throws IOException {
        for (SessionPlanned fact : first("auction.session-planned", SessionPlanned.class)) {
            assertThat(fact.session().course()).isEqualTo(Schedule.Course.SEQUENTIAL);
            assertThat(fact.session().lots()).isNotEmpty().allSatisfy(lot -> {
                assertThat(lot.rules().viewerDelay()).isEqualTo(Duration.ZERO);
                assertThat(lot.relistOf()).isEmpty();
            });
        }
    }

    @Test
    void takesAFirstAuctionAsOneWhoseViewersAreNotBehind() throws IOException {
        for (AuctionOpened fact : first("auction.auction-opened", AuctionOpened.class)) {
            assertThat(fact.rules().viewerDelay()).isEqualTo(Duration.ZERO);
        }
    }

    private <E extends Event> List<E> first(String type, Class<E> kind) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/golden", type + ".v1.jsonl"));
        assertThat(lines).isNotEmpty();
        return lines.stream()
                .map(line -> kind.cast(codec.decode(new Encoded(type, 1, line))))
                .toList();
    }
}
