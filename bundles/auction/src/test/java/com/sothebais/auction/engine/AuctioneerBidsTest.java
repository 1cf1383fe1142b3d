package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.START;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Event;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.auction.testing.Samples;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said while a lot is open. */
class AuctioneerBidsTest extends OnStage {

    @BeforeEach
    void live() {
        stage.at(21);
    }

    @Test
    void acceptsTheStartPriceAndThenOnlyRaises() {
        assertThat(reason(stage.say(1, "bid 0.9 eth"))).isEqualTo(Reason.TOO_LOW);
        assertThat(stage.say(1, "bid 1 eth")).singleElement().isInstanceOf(BidAccepted.class);
        List<Event> low = stage.say(2, "bid 1.05 eth");
        assertThat(reason(low)).isEqualTo(Reason.TOO_LOW);
        assertThat(((BidRefused) low.get(0)).nextMinimum()).contains(eth("1.1"));
        BidAccepted second = (BidAccepted) stage.say(2, "bid 1.1 eth").get(0);
        assertThat(second.displaced().orElseThrow().account()).isEqualTo(Samples.account(1));
        assertThat(second.nextMinimum()).isEqualTo(eth("1.2"));
        assertThat(lot1().price()).isEqualTo(eth("1.1"));
    }

    @Test
    void resolvesTheLeastBidAndRaisesAtReceipt() {
        stage.say(1, "bid 2 eth");
        assertThat(((BidAccepted) stage.say(2, "bid min").get(0)).amount()).isEqualTo(eth("2.1"));
        assertThat(((BidAccepted) stage.say(1, "raise by 0.5 eth").get(0)).amount())
                .isEqualTo(eth("2.6"));
    }

    @Test
    void letsTheLeaderRaiseOwnBidOnTheSameMoney() {
        stage.fund(3, "3");
        stage.say(3, "bid 2 eth");
        assertThat(stage.say(3, "bid 3 eth")).singleElement().isInstanceOf(BidAccepted.class);
        assertThat(reason(stage.say(3, "bid 3.1 eth"))).isEqualTo(Reason.NEEDS_FUNDS);
    }

    @Test
    void asksForAWalletAndForMoney() {
        assertThat(reason(stage.say(9, "bid 1 eth"))).isEqualTo(Reason.NEEDS_WALLET);
        stage.fund(9, "0.5");
        assertThat(reason(stage.say(9, "bid 1 eth"))).isEqualTo(Reason.NEEDS_FUNDS);
        stage.deposit(9, "0.5");
        assertThat(stage.say(9, "bid 1 eth")).singleElement().isInstanceOf(BidAccepted.class);
    }

    @Test
    void asksForAYesBeforeAFatFingerCounts() {
        assertThat(reason(stage.say(1, "bid 10.1 eth"))).isEqualTo(Reason.CONFIRM_LARGE);
        assertThat(lot1().lead().bid()).isEmpty();
        assertThat(stage.say(2, "yes")).singleElement().isInstanceOf(PostHeard.class);
        assertThat(stage.say(stage.reply(2, "yes"))).singleElement().isInstanceOf(PostHeard.class);
        BidAccepted accepted =
                (BidAccepted) stage.say(stage.reply(1, "Confirm!")).get(0);
        assertThat(accepted.amount()).isEqualTo(eth("10.1"));
        assertThat(stage.say(stage.reply(1, "yes"))).singleElement().isInstanceOf(PostHeard.class);
    }

    @Test
    void remembersAcrossARestartWhatWaitsForAYes() {
        stage.say(1, "bid 50 eth");
        stage.restart();
        assertThat(stage.say(stage.reply(1, "ja"))).singleElement().isInstanceOf(BidAccepted.class);
    }

    @Test
    void forgetsALargeBidThatWasTakenBackBeforeItsYes() {
        stage.say(1, "bid 50 eth");
        assertThat(reason(stage.say(1, "I retract my bid"))).isEqualTo(Reason.RETRACTION);
        assertThat(stage.say(stage.reply(1, "yes"))).singleElement().isInstanceOf(PostHeard.class);
    }

    @Test
    void bindsNothingWhenTwoOpenLotsHaveTheNumber() {
        stage.rehearse(Stage.campaign("other", Stage.rules()));
        stage.at(22);
        assertThat(stage.room.auctioneer().floor().openLots()).hasSize(2);
        assertThat(reason(stage.say(1, "bid 2 eth on lot 1"))).isEqualTo(Reason.AMBIGUOUS);
    }

    @Test
    void saysWhyAPostIsNoBid() {
        assertThat(reason(stage.say(1, "bid 1,000 eth"))).isEqualTo(Reason.AMBIGUOUS);
        assertThat(reason(stage.say(1, "bid two eth"))).isEqualTo(Reason.CONFIRM_WORDS);
        assertThat(reason(stage.say(1, "bid 3 eth?"))).isEqualTo(Reason.CONFIRM_WORDS);
        assertThat(reason(stage.say(1, "bid 3 usdc"))).isEqualTo(Reason.UNSUPPORTED_CURRENCY);
        assertThat(reason(stage.say(1, "bid 2.5.1 eth"))).isEqualTo(Reason.UNREADABLE);
        assertThat(reason(stage.say(1, "max bid 4 eth"))).isEqualTo(Reason.MAX_BID_IN_PUBLIC);
        assertThat(reason(stage.say(1, "retract my bid"))).isEqualTo(Reason.RETRACTION);
        assertThat(reason(stage.say(1, "lot 2: bid 3 eth"))).isEqualTo(Reason.NO_OPEN_LOT);
        assertThat(lot1().lead().bid()).isEmpty();
        assertThat(lot1().chain().entries()).isEqualTo(7);
    }

    @Test
    void passesTalkToTheHostAndIgnoresWhatIsNotForIt() {
        assertThat(stage.say(1, "what is this?")).singleElement().isEqualTo(heard(true));
        Post post = stage.post(1, "bid 2 eth");
        Post unaddressed = new Post(post.id(), post.author(), post.text(), post.at(), Relation.ORIGINAL, false);
        assertThat(stage.say(unaddressed)).isEmpty();
    }

    private PostHeard heard(boolean question) {
        PostHeard heard = stage.all(PostHeard.class).get(0);
        return new PostHeard(heard.post(), question);
    }

    @Test
    void neverLetsTheHostARepostAnEditOrAQuoteOfOthersBid() {
        Post mine = stage.post(1, "bid 2 eth");
        Post host = new Post(mine.id(), Stage.HOST, mine.text(), mine.at(), Relation.ORIGINAL, true);
        assertThat(stage.say(host)).isEmpty();
        assertThat(stage.say(related(Relation.Kind.REPOST))).isEmpty();
        assertThat(reason(stage.say(related(Relation.Kind.EDIT)))).isEqualTo(Reason.EDITED);
        assertThat(stage.say(related(Relation.Kind.QUOTE))).singleElement().isInstanceOf(PostHeard.class);
        assertThat(lot1().lead().bid()).isEmpty();
    }

    private Post related(Relation.Kind kind) {
        Post post = stage.post(1, "bid 2 eth");
        Relation relation =
                Relation.to(kind, new PostId("sim", "other"), Samples.account(2).id());
        return new Post(post.id(), post.author(), post.text(), post.at(), relation, true);
    }

    @Test
    void countsAPostOnceHoweverOftenItIsDelivered() {
        Post post = stage.post(1, "bid 2 eth");
        List<CompletableFuture<Void>> receipts = java.util.stream.IntStream.range(0, 9)
                .mapToObj(i -> stage.deliver(post))
                .toList();
        stage.room.auctioneer().step();
        assertThat(receipts).allMatch(CompletableFuture::isDone);
        stage.restart();
        assertThat(stage.say(post)).isEmpty();
        assertThat(stage.all(BidAccepted.class)).hasSize(1);
        assertThat(stage.room.tally().duplicates()).isEqualTo(1);
    }

    @Test
    void extendsOnlyForAcceptedBidsAndOnlyAsFarAsTheRulesSay() {
        stage.at(60);
        stage.say(1, "bid 0.1 eth");
        assertThat(stage.all(AuctionExtended.class)).isEmpty();
        stage.say(1, "bid 1 eth");
        assertThat(lot1().clock().ends()).isEqualTo(START.plusSeconds(75));
        stage.at(74);
        stage.say(2, "bid 2 eth");
        assertThat(lot1().clock().ends()).as("15 s after the bid").isEqualTo(START.plusSeconds(89));
        stage.at(88);
        stage.say(1, "bid 3 eth");
        assertThat(lot1().clock().ends()).as("two times at most").isEqualTo(START.plusSeconds(89));
    }

    @Test
    void limitsThePostsOfOneAccount() {
        for (int i = 0; i < 30; i++) {
            stage.say(1, "bid 0.1 eth");
        }
        assertThat(reason(stage.say(1, "bid 5 eth"))).isEqualTo(Reason.RATE_LIMITED);
        assertThat(stage.say(1, "hello")).isEmpty();
        assertThat(stage.say(2, "bid 5 eth")).singleElement().isInstanceOf(BidAccepted.class);
        stage.at(32);
        assertThat(stage.say(1, "bid 6 eth")).singleElement().isInstanceOf(BidAccepted.class);
    }

    @Test
    void failsThePostsOfAnUnknownNetwork() {
        Post post = stage.post(1, "bid 2 eth");
        Post strange =
                new Post(new PostId("nowhere", "1"), post.author(), post.text(), post.at(), post.relation(), true);
        CompletableFuture<Void> done = stage.deliver(strange);
        stage.room.auctioneer().step();
        assertThat(done).isCompletedExceptionally();
    }

    @Test
    void repairsTextThatNoDatabaseTakes() {
        stage.say(1, "hello \u0000 \ud800 there");
        assertThat(stage.all(PostHeard.class))
                .singleElement()
                .extracting(heard -> heard.post().text())
                .isEqualTo("hello \uFFFD \uFFFD there");
    }
}
