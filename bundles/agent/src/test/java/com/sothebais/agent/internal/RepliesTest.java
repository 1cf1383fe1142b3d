package com.sothebais.agent.internal;

import static com.sothebais.agent.internal.Script.ALICE;
import static com.sothebais.agent.internal.Script.BOB;
import static com.sothebais.agent.internal.Script.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment.Kind;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SocialNetwork.Capabilities;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private final TestCast cast = new TestCast();
    private final TestNetwork network = new TestNetwork();
    private final Patience patience = new Patience();
    private final PlayedShow show = new PlayedShow();
    private final LeadingPosts leading = new LeadingPosts();
    private final Replies replies =
            new Replies(new Wordsmith(cast, patience), cast, new ChatLimits(Duration.ofSeconds(10), 3), leading);

    @BeforeEach
    void open() {
        cast.networks.add(network);
        show.happened(Script.opened(START.plusSeconds(60)), START);
    }

    @AfterEach
    void close() {
        patience.close();
    }

    @Test
    void confirmsAnAcceptedBidToTheBidder() {
        PlannedPost reply = after(Script.accepted(ALICE, "p1", "1.5"), START).get(0);
        assertThat(reply.draft().text()).isEqualTo("@alice Your bid of 1.5 ETH leads. The next bid would be 1.6 ETH.");
        assertThat(reply.draft().replyTo()).contains(new PostId("sandbox", "p1"));
        assertThat(reply.draft().key()).startsWith("verdict/");
        assertThat(reply.origin().correlation().value()).isEqualTo("sandbox/p1");
    }

    @Test
    void tellsTheDisplacedBidderUnderTheirOwnPost() {
        cast.brain = moment -> Optional.of(new Line(moment.kind() + ": {price}, then {next}", Mood.CALM));
        after(Script.accepted(ALICE, "p1", "1.5"), START);
        List<PlannedPost> posts = after(Script.accepted(BOB, "p2", "2", ALICE), START);
        assertThat(posts)
                .extracting(
                        post -> post.draft().text(),
                        post -> post.draft().replyTo().map(PostId::id))
                .containsExactly(
                        tuple("@bob_7 BID_ACCEPTED: 2 ETH, then 2.1 ETH", Optional.of("p2")),
                        tuple("@alice OUTBID: 2 ETH, then 2.1 ETH", Optional.of("p1")));
        assertThat(posts.get(0).urgency()).isLessThan(posts.get(1).urgency());
    }

    @Test
    void tellsTheDisplacedBidderHoweverManyBidsCameInBetween() {
        cast.brain = moment -> Optional.of(new Line(moment.kind() + ": {price}", Mood.CALM));
        after(Script.accepted(ALICE, "p1", "1.5"), START);
        for (int i = 0; i < 2 * ShowView.BIDS_MAX; i++) {
            after(Script.refused(BOB, "low" + i, Reason.TOO_LOW), START);
        }
        assertThat(after(Script.accepted(BOB, "p2", "2", ALICE), START))
                .extracting(post -> post.draft().replyTo().map(PostId::id))
                .containsExactly(Optional.of("p2"), Optional.of("p1"));
    }

    @Test
    void givesEveryRefusedBidOneVerdictWithReasonAndNextAmountHoweverLate() {
        cast.brain = moment -> Optional.of(new Line("{reason} {amount} {next} {lot}", Mood.CALM));
        for (Reason reason : Reason.values()) {
            List<PlannedPost> posts = after(Script.refused(BOB, "p", reason), START.plus(Duration.ofHours(3)));
            assertThat(posts).hasSize(1);
            assertThat(posts.get(0).draft().text()).isEqualTo("@bob_7 " + reason + " 0.5 ETH 1.6 ETH 1");
        }
    }

    @Test
    void makesTheSameKeyForTheSameFact() {
        Recorded recorded = show.happened(Script.refused(BOB, "p", Reason.TOO_LOW), START);
        assertThat(replies.on(recorded, show.view(), START).get(0).draft().key())
                .isEqualTo(
                        replies.on(recorded, show.view(), START).get(0).draft().key());
    }

    @Test
    void answersARemarkWithoutRepeatingIt() {
        cast.brain = moment -> {
            assertThat(moment.kind()).isEqualTo(Kind.CHAT);
            assertThat(moment.said()).contains("how do I bid?");
            assertThat(moment.facts()).containsEntry("next", "1 ETH").containsEntry("seconds", "60");
            return Optional.of(new Line("From {next}.", Mood.CALM));
        };
        assertThat(after(Script.heard(BOB, "q", "how do I bid?"), START)
                        .get(0)
                        .draft()
                        .text())
                .isEqualTo("@bob_7 From 1 ETH.");
    }

    @Test
    void chatsOnlySoOftenWithOneAndWithAll() {
        cast.brain = moment -> Optional.of(new Line("Hello!", Mood.CALM));
        assertThat(after(Script.heard(BOB, "q1", "hi"), START)).hasSize(1);
        assertThat(after(Script.heard(BOB, "q2", "hi"), START.plusSeconds(9))).isEmpty();
        assertThat(after(Script.heard(BOB, "q3", "hi"), START.plusSeconds(10))).hasSize(1);
        assertThat(after(Script.heard(ALICE, "q4", "hi"), START.plusSeconds(11)))
                .hasSize(1);
        assertThat(after(Script.heard(ALICE, "q5", "hi"), START.plusSeconds(30)))
                .isEmpty();
        assertThat(after(Script.heard(ALICE, "q6", "hi"), START.plusSeconds(80)))
                .hasSize(1);
    }

    @Test
    void leavesOldRemarksAndOldAnnouncementsAlone() {
        cast.brain = moment -> Optional.of(new Line("Hello!", Mood.CALM));
        Instant late = START.plusSeconds(121);
        Recorded heard = show.happened(Script.heard(BOB, "q1", "hi"), START);
        assertThat(replies.on(heard, show.view(), late)).isEmpty();
        Recorded sold = show.happened(Script.sold(ALICE, "2"), START);
        assertThat(replies.on(sold, show.view(), late)).isEmpty();
    }

    @Test
    void announcesOpeningsWithThePictureAndSales() {
        PlannedPost opened = after(Script.opened(START.plusSeconds(60)), START).get(0);
        assertThat(opened.draft().key()).isEqualTo("lot-opened/lot-1/sandbox");
        assertThat(opened.draft().replyTo()).isEmpty();
        assertThat(opened.draft().media()).contains(Script.lot(1).artwork());

        cast.brain = moment -> Optional.of(new Line("{price} from @{leader}", Mood.CALM));
        PlannedPost sold = after(Script.sold(ALICE, "2"), START).get(0);
        assertThat(sold.draft().key()).isEqualTo("lot-closed/lot-1/sandbox");
        assertThat(sold.draft().text()).isEqualTo("2 ETH from @alice");
    }

    @Test
    void answersOnlyWhoSpokeToTheHostWhereTheNetworkAsksForIt() {
        network.allows(new Capabilities(280, false, false));
        cast.brain = moment -> Optional.of(new Line("Hello!", Mood.CALM));
        PostId ours = new PostId("sandbox", "lot-post");
        Post unasked = new Post(
                new PostId("sandbox", "q"),
                BOB.account(),
                "hi",
                START,
                Relation.to(Relation.Kind.REPLY, ours, ALICE.account().id()),
                false);
        assertThat(after(new PostHeard(unasked, false), START)).isEmpty();
        Post reply = new Post(
                new PostId("sandbox", "q2"),
                ALICE.account(),
                "hi",
                START,
                Relation.to(Relation.Kind.REPLY, ours, TestNetwork.HOST.id()),
                false);
        assertThat(after(new PostHeard(reply, false), START)).hasSize(1);
    }

    @Test
    void neverAnswersItself() {
        cast.brain = moment -> Optional.of(new Line("Hello!", Mood.CALM));
        Post own = Script.post(TestNetwork.HOST, "own", "bid 5 ETH");
        assertThat(after(new PostHeard(own, false), START)).isEmpty();
    }

    @Test
    void takesShorterWordsWhereTheNetworkHasLittleRoom() {
        network.allows(new Capabilities(70, false, true));
        cast.brain = moment -> Optional.of(new Line("This goes on and on. ".repeat(10), Mood.CALM));
        PlannedPost reply =
                after(Script.refused(BOB, "p", Reason.TOO_LOW), START).get(0);
        assertThat(reply.draft().text()).isEqualTo("@bob_7 That bid does not count. The least bid now is 1.6 ETH.");
    }

    private List<PlannedPost> after(Event event, Instant now) {
        Recorded recorded = show.happened(event, event instanceof PostHeard ? now : START);
        leading.take(recorded);
        return replies.on(recorded, show.view(), now);
    }
}
