package com.sothebais.agent.internal;

import static com.sothebais.agent.internal.Script.ALICE;
import static com.sothebais.agent.internal.Script.START;
import static com.sothebais.agent.internal.Script.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SocialNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rehearsal on the sandbox while a real network is there, and a real campaign is planned: the real one never hears of it. */
class RehearsalRepliesTest {
    private static final CampaignId CAMPAIGN = new CampaignId(RehearsalMark.id("sandbox", START, 60));
    private static final SessionId SESSION = SessionId.compressed(CAMPAIGN);
    private static final AuctionId LOT = new AuctionId(CAMPAIGN + "-lot-1");

    private final TestCast cast = new TestCast();
    private final Patience patience = new Patience();
    private final LeadingPosts leading = new LeadingPosts();
    private final List<String> said = new ArrayList<>();
    private final Replies replies =
            new Replies(new Wordsmith(cast, patience), cast, new ChatLimits(Duration.ofSeconds(10), 3), leading);
    private ShowView show = ShowView.EMPTY;
    private long position;

    /** A network out there; nothing may be published on it here. */
    private record RealNetwork() implements SocialNetwork {
        @Override
        public String name() {
            return "x";
        }

        @Override
        public Account host() {
            return new Account(new AccountId("x", "1"), "sothebais", "SothebAIs");
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(280, true, true);
        }

        @Override
        public Published publish(Draft draft) {
            throw new AssertionError("published " + draft);
        }
    }

    @BeforeEach
    void rehearse() {
        cast.networks.add(new TestNetwork());
        cast.networks.add(new RealNetwork());
        cast.brain = moment -> {
            said.add(moment.kind() + " " + moment.facts());
            return Optional.of(new Line("{campaign}!", Mood.CALM));
        };
        happened("campaign/c", Script.published());
        happened("session/s", Script.planned());
        Campaign real = Script.published().campaign();
        happened(
                "campaign/" + CAMPAIGN,
                new CampaignPublished(new Campaign(
                        CAMPAIGN,
                        "Only a test",
                        real.project(),
                        real.collection(),
                        real.schedule(),
                        real.lots(),
                        real.rules(),
                        real.policy())));
        SessionPlan plan = Script.planned().session();
        SessionPlan.PlannedLot lot = plan.lots().get(0);
        happened(
                "session/" + SESSION,
                new SessionPlanned(new SessionPlan(
                        SESSION,
                        CAMPAIGN,
                        plan.zone(),
                        plan.times(),
                        List.of(new SessionPlan.PlannedLot(LOT, lot.lot(), lot.rules(), lot.opens(), lot.ends())))));
        happened("session/" + SESSION, new SessionMoved(SESSION, SessionPhase.PRE, SessionPhase.LIVE));
    }

    @AfterEach
    void close() {
        patience.close();
    }

    private Recorded happened(String stream, Event event) {
        position++;
        NewEvent fact = new NewEvent(
                new StreamId(stream), event, "test", START, new CorrelationId("sandbox/p1"), Optional.empty());
        Recorded recorded = new Recorded(position, EventId.random(), position, fact);
        show = show.after(recorded);
        leading.take(recorded);
        return recorded;
    }

    private List<PlannedPost> after(String stream, Event event) {
        return replies.on(happened(stream, event), show, START);
    }

    private Post from(String network) {
        return new Post(
                new PostId(network, "p"),
                new Account(new AccountId(network, "7"), "someone", "Some One"),
                "3 ETH?",
                START,
                Relation.ORIGINAL,
                true);
    }

    private AuctionOpened opened() {
        Instant ends = START.plusSeconds(60);
        return new AuctionOpened(LOT, SESSION, Script.lot(1), Script.rules(), ends);
    }

    @Test
    void lotsAreAnnouncedOnTheNetworkOfTheRehearsalAlone() {
        assertThat(after("auction/" + LOT, opened()))
                .extracting(PlannedPost::network)
                .containsExactly("sandbox");
        Outcome sold = new Outcome.Sold(ALICE, eth("2"));
        assertThat(after("auction/" + LOT, new AuctionClosed(LOT, Script.lot(1), sold, Hash.GENESIS, 1)))
                .extracting(PlannedPost::network)
                .containsExactly("sandbox");
    }

    @Test
    void itsBiddersGetTheirVerdicts() {
        after("auction/" + LOT, opened());
        BidAccepted bid =
                new BidAccepted(LOT, from("sandbox"), ALICE, eth("2"), eth("2.1"), Optional.empty(), Hash.GENESIS);

        assertThat(after("auction/" + LOT, bid)).singleElement().satisfies(post -> {
            assertThat(post.network()).isEqualTo("sandbox");
            assertThat(post.draft().text()).contains("Only a test");
            assertThat(PlannedPost.stream(post.draft().key()))
                    .as("where it is written down, however late")
                    .isEqualTo(new StreamId("host/" + CAMPAIGN));
        });
    }

    @Test
    void whoBidsOrAsksOutThereHearsOfTheRealCampaignAndNothingOfTheRehearsal() {
        after("auction/" + LOT, opened());
        said.clear();
        List<PlannedPost> posts = new ArrayList<>();
        posts.addAll(after("mentions/x", new PostHeard(from("x"), true)));
        posts.addAll(after(
                "mentions/x",
                new BidRefused(
                        Optional.empty(),
                        from("x"),
                        Reason.NO_OPEN_LOT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));

        assertThat(posts).hasSize(2).allSatisfy(post -> {
            assertThat(post.network()).isEqualTo("x");
            assertThat(post.draft().text()).contains("Night Garden");
            assertThat(PlannedPost.stream(post.draft().key())).isEqualTo(Speaker.STREAM);
        });
        assertThat(said).allSatisfy(moment -> assertThat(moment).doesNotContain("Only a test", "next=", "seconds="));
    }

    @Test
    void whenItHasEndedNobodyHearsOfItAnyMore() {
        after("auction/" + LOT, opened());
        happened("session/" + SESSION, new SessionMoved(SESSION, SessionPhase.POST, SessionPhase.ENDED));

        assertThat(after("mentions/sandbox", new PostHeard(from("sandbox"), true)))
                .singleElement()
                .satisfies(post -> assertThat(post.draft().text()).contains("Night Garden"));
    }
}
