package com.sothebais.agent.internal;

import com.sothebais.agent.internal.Cue.Origin;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Moment.Kind;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SocialNetwork;
import com.sothebais.api.social.SocialNetwork.Capabilities;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what is posted after a fact: exactly one verdict to each bidder, a word to whom was outbid, an answer to a remark, and the
 * announcements. The key of each post hangs on the fact alone, so the same fact never makes two. Used by one thread.
 */
final class Replies {
    /** A remark or announcement that arrives later than this is left alone; verdicts are always given. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private static final Capabilities UNKNOWN = new Capabilities(280, false, false);

    private final Wordsmith wordsmith;
    private final Cast cast;
    private final ChatLimits limits;
    private final LeadingPosts leading;

    /** @param leading knows at least the bids before the fact that is answered */
    Replies(Wordsmith wordsmith, Cast cast, ChatLimits limits, LeadingPosts leading) {
        this.leading = leading;
        this.wordsmith = wordsmith;
        this.cast = cast;
        this.limits = limits;
    }

    /** Whether anything is ever posted after such a fact. */
    static boolean concern(Recorded recorded) {
        return recorded.event() instanceof AuctionEvent;
    }

    /** @param show the state of the show with everything in it, which may be ahead of the fact */
    List<PlannedPost> on(Recorded recorded, ShowView show, Instant now) {
        ShowView seen = seen(recorded, show);
        Optional<String> mark = seen.rehearsal().map(plan -> plan.campaign().value());
        return onStage(recorded, seen, now).stream()
                .map(post -> mark.map(post::marked).orElse(post))
                .toList();
    }

    /** What those who are spoken to may know: of a rehearsal nobody but those on its own network. */
    private static ShowView seen(Recorded recorded, ShowView show) {
        Optional<SessionPlan> rehearsal = show.rehearsal();
        boolean theirs = rehearsal.isPresent()
                && network(recorded.event())
                        .map(name -> RehearsalMark.admits(rehearsal.get().id().value(), name))
                        .orElse(recorded.fact().stream().isRehearsal());
        return theirs ? show.onStage() : show.withoutRehearsals();
    }

    /** Where somebody is answered; empty for announcements. */
    private static Optional<String> network(Event event) {
        if (event instanceof BidAccepted accepted) {
            return Optional.of(accepted.post().id().network());
        }
        if (event instanceof BidRefused refused) {
            return Optional.of(refused.post().id().network());
        }
        return event instanceof PostHeard heard ? Optional.of(heard.post().id().network()) : Optional.empty();
    }

    private List<PlannedPost> onStage(Recorded recorded, ShowView show, Instant now) {
        boolean fresh = !recorded.fact().at().plus(FRESH).isBefore(now);
        if (recorded.event() instanceof BidAccepted event) {
            return accepted(recorded, event, show);
        } else if (recorded.event() instanceof BidRefused event) {
            return refused(recorded, event, show);
        } else if (recorded.event() instanceof PostHeard event && fresh) {
            return heard(recorded, event, show, now);
        } else if (recorded.event() instanceof AuctionOpened event && fresh) {
            Facts facts = Facts.of(show)
                    .lot(event.lot())
                    .know("next", event.rules().startPrice().toString());
            return announced(recorded, event.auction(), Kind.LOT_OPENED, facts, event.lot());
        } else if (recorded.event() instanceof AuctionClosed event && fresh) {
            return closed(recorded, event, show);
        }
        return List.of();
    }

    private List<PlannedPost> accepted(Recorded recorded, BidAccepted event, ShowView show) {
        List<PlannedPost> posts = new ArrayList<>();
        Facts facts = lot(show, event.auction())
                .know("amount", event.amount().toString())
                .know("price", event.amount().toString())
                .know("next", event.nextMinimum().toString());
        reply(recorded, "verdict/", Kind.BID_ACCEPTED, facts, event.post(), PlannedPost.VERDICT)
                .ifPresent(posts::add);
        event.displaced()
                .filter(other ->
                        !other.account().id().equals(event.bidder().account().id()))
                .flatMap(other -> leading.of(event.auction(), other.account().id()))
                .flatMap(post -> reply(
                        recorded, "outbid/", Kind.OUTBID, facts.without("amount"), post, PlannedPost.ANNOUNCEMENT))
                .ifPresent(posts::add);
        return posts;
    }

    private List<PlannedPost> refused(Recorded recorded, BidRefused event, ShowView show) {
        Facts facts = event.auction().map(auction -> lot(show, auction)).orElseGet(() -> Facts.of(show));
        facts.know("reason", event.reason().name());
        event.amount().ifPresent(amount -> facts.know("amount", amount.toString()));
        event.nextMinimum().ifPresent(next -> facts.know("next", next.toString()));
        return reply(recorded, "verdict/", Kind.BID_REFUSED, facts, event.post(), PlannedPost.VERDICT).stream()
                .toList();
    }

    private List<PlannedPost> heard(Recorded recorded, PostHeard event, ShowView show, Instant now) {
        if (!limits.allow(event.post().author().id(), now)) {
            return List.of();
        }
        Facts facts = Facts.of(show);
        Director.openLot(show)
                .ifPresent(lot -> facts.bidding(lot).secondsUntil(lot.times().ends(), now));
        return reply(recorded, "chat/", Kind.CHAT, facts, event.post(), PlannedPost.CHAT).stream()
                .toList();
    }

    private List<PlannedPost> closed(Recorded recorded, AuctionClosed event, ShowView show) {
        Facts facts = Facts.of(show).lot(event.lot());
        if (event.outcome() instanceof Outcome.Sold sold) {
            facts.handle("leader", sold.winner().account())
                    .know("price", sold.price().toString());
            return announced(recorded, event.auction(), Kind.SOLD, facts, event.lot());
        }
        facts.know("reason", ((Outcome.Returned) event.outcome()).cause().name());
        return announced(recorded, event.auction(), Kind.RETURNED, facts, event.lot());
    }

    private Optional<PlannedPost> reply(
            Recorded recorded, String keyPrefix, Kind kind, Facts facts, Post post, int urgency) {
        Optional<SocialNetwork> network = cast.network(post.id().network());
        Capabilities can = network.map(SocialNetwork::capabilities).orElse(UNKNOWN);
        Optional<Account> host = network.map(SocialNetwork::host);
        boolean own =
                host.map(account -> account.id().equals(post.author().id())).orElse(false);
        if (own || !can.unsolicitedReplies() && !addresses(post, host)) {
            return Optional.empty();
        }
        Moment moment = new Moment(kind, facts.map(), Optional.of(post.author()), Optional.of(post.text()));
        String to = "@" + Facts.handle(post.author()) + " ";
        return words(moment, can.textMax() - to.length())
                .map(text -> planned(
                        recorded,
                        post.id().network(),
                        new Draft(keyPrefix + recorded.id(), to + text, Optional.of(post.id()), Optional.empty()),
                        urgency));
    }

    private List<PlannedPost> announced(Recorded recorded, AuctionId auction, Kind kind, Facts facts, Lot lot) {
        String key = (kind == Kind.LOT_OPENED ? "lot-opened/" : "lot-closed/") + auction;
        Moment moment = Director.moment(kind, facts);
        List<PlannedPost> posts = new ArrayList<>();
        for (SocialNetwork network : cast.networks()) {
            if (!auction.admits(network.name())) {
                continue;
            }
            Capabilities can = network.capabilities();
            words(moment, can.textMax())
                    .map(text -> new Draft(
                            key + "/" + network.name(),
                            text,
                            Optional.empty(),
                            can.media() && kind == Kind.LOT_OPENED ? Optional.of(lot.artwork()) : Optional.empty()))
                    .ifPresent(draft -> posts.add(planned(recorded, network.name(), draft, PlannedPost.ANNOUNCEMENT)));
        }
        return posts;
    }

    /** Words that fit; a cut sentence could lose the half that matters, so a shorter one is taken instead. */
    private Optional<String> words(Moment moment, int textMax) {
        return wordsmith
                .words(moment)
                .map(Wordsmith.Words::text)
                .filter(text -> text.length() <= textMax)
                .or(() -> BuiltInLines.text(moment).filter(text -> text.length() <= textMax));
    }

    private static PlannedPost planned(Recorded recorded, String network, Draft draft, int urgency) {
        return new PlannedPost(
                network, draft, urgency, new Origin(recorded.fact().correlation(), Optional.of(recorded.id())));
    }

    private static Facts lot(ShowView show, AuctionId auction) {
        Facts facts = Facts.of(show);
        show.lot(auction).map(LotView::lot).ifPresent(facts::lot);
        return facts;
    }

    /** Whether the author spoke to the host, as networks ask for that allow no unsolicited replies. */
    private static boolean addresses(Post post, Optional<Account> host) {
        Relation relation = post.relation();
        boolean answersUs = relation.kind() == Relation.Kind.REPLY || relation.kind() == Relation.Kind.QUOTE;
        return post.mentionsHost()
                || answersUs && host.isPresent() && relation.targetAuthor().equals(host.map(Account::id));
    }
}
