package com.sothebais.event.internal.codec;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.social.Post;
import java.util.List;
import java.util.function.Function;

/** How each auction fact is stored. */
final class AuctionTypes implements AuctionEvent.Cases<Typed> {
    private static final Function<String, AuctionId> AUCTION_ID = AuctionId::new;

    private static final EventType<AuctionEvent.CampaignPublished> CAMPAIGN_PUBLISHED = new EventType<>(
            "auction.campaign-published",
            2,
            (out, event) -> out.object("campaign", event.campaign(), CampaignJson::write),
            in -> new AuctionEvent.CampaignPublished(in.object("campaign", CampaignJson::read)));

    private static final EventType<AuctionEvent.SessionPlanned> SESSION_PLANNED = new EventType<>(
            "auction.session-planned",
            2,
            (out, event) -> out.object("session", event.session(), CampaignJson::write),
            in -> new AuctionEvent.SessionPlanned(in.object("session", CampaignJson::readPlan)));

    private static final EventType<AuctionEvent.SessionMoved> SESSION_MOVED = new EventType<>(
            "auction.session-moved",
            1,
            (out, event) -> out.text("session", event.session().value())
                    .text("from", event.from().name())
                    .text("to", event.to().name()),
            in -> new AuctionEvent.SessionMoved(
                    new SessionId(in.text("session")),
                    in.constant("from", SessionPhase.class),
                    in.constant("to", SessionPhase.class)));

    private static final EventType<AuctionEvent.AuctionOpened> AUCTION_OPENED = new EventType<>(
            "auction.auction-opened",
            2,
            (out, event) -> out.text("auction", event.auction().value())
                    .text("session", event.session().value())
                    .object("lot", event.lot(), LotJson::write)
                    .object("rules", event.rules(), LotJson::write)
                    .text("ends", event.ends().toString()),
            in -> new AuctionEvent.AuctionOpened(
                    auction(in),
                    new SessionId(in.text("session")),
                    in.object("lot", LotJson::read),
                    in.object("rules", LotJson::readRules),
                    in.instant("ends")));

    private static final EventType<AuctionEvent.BidAccepted> BID_ACCEPTED =
            new EventType<>("auction.bid-accepted", 2, AuctionTypes::writeAccepted, AuctionTypes::readAccepted);

    private static final EventType<AuctionEvent.BidRefused> BID_REFUSED = new EventType<>(
            "auction.bid-refused",
            1,
            (out, event) -> out.optionalText("auction", event.auction().map(AuctionId::value))
                    .object("post", event.post(), SocialJson::write)
                    .text("reason", event.reason().name())
                    .optional("amount", event.amount(), MoneyJson::write)
                    .optional("nextMinimum", event.nextMinimum(), MoneyJson::write)
                    .optionalText("entry", event.entry().map(Hash::hex)),
            in -> new AuctionEvent.BidRefused(
                    in.optionalText("auction").map(AuctionId::new),
                    in.object("post", SocialJson::readPost),
                    in.constant("reason", Reason.class),
                    in.optional("amount", MoneyJson::read),
                    in.optional("nextMinimum", MoneyJson::read),
                    in.optionalText("entry").map(Hash::new)));

    private static final EventType<AuctionEvent.AuctionExtended> AUCTION_EXTENDED = new EventType<>(
            "auction.auction-extended",
            1,
            (out, event) -> out.text("auction", event.auction().value())
                    .text("from", event.from().toString())
                    .text("to", event.to().toString())
                    .number("count", event.count()),
            in -> new AuctionEvent.AuctionExtended(
                    auction(in), in.instant("from"), in.instant("to"), in.integer("count")));

    private static final EventType<AuctionEvent.AuctionClosed> AUCTION_CLOSED = new EventType<>(
            "auction.auction-closed",
            1,
            (out, event) -> out.text("auction", event.auction().value())
                    .object("lot", event.lot(), LotJson::write)
                    .object("outcome", event.outcome(), LotJson::write)
                    .text("root", event.root().hex())
                    .number("entries", event.entries()),
            in -> new AuctionEvent.AuctionClosed(
                    auction(in),
                    in.object("lot", LotJson::read),
                    in.object("outcome", LotJson::readOutcome),
                    new Hash(in.text("root")),
                    in.integer("entries")));

    private static final EventType<AuctionEvent.PostHeard> POST_HEARD = new EventType<>(
            "auction.post-heard",
            1,
            (out, event) -> out.object("post", event.post(), SocialJson::write).flag("question", event.question()),
            in -> new AuctionEvent.PostHeard(in.object("post", SocialJson::readPost), in.flag("question")));

    private static final EventType<AuctionEvent.OverrideMade> OVERRIDE_MADE = new EventType<>(
            "auction.override-made",
            1,
            (out, event) -> out.text("auction", event.auction().value())
                    .object("override", event.override(), OverrideJson::write)
                    .object("decree", event.decree(), OverrideJson::write),
            in -> new AuctionEvent.OverrideMade(
                    auction(in),
                    in.object("override", OverrideJson::read),
                    in.object("decree", OverrideJson::readDecree)));

    private static final EventType<AuctionEvent.AuctionPaused> AUCTION_PAUSED = new EventType<>(
            "auction.auction-paused",
            1,
            (out, event) -> out.text("auction", event.auction().value()),
            in -> new AuctionEvent.AuctionPaused(auction(in)));

    private static final EventType<AuctionEvent.AuctionResumed> AUCTION_RESUMED = new EventType<>(
            "auction.auction-resumed",
            1,
            (out, event) -> out.text("auction", event.auction().value())
                    .text("ends", event.ends().toString()),
            in -> new AuctionEvent.AuctionResumed(auction(in), in.instant("ends")));

    private static final EventType<AuctionEvent.BidVoided> BID_VOIDED = new EventType<>(
            "auction.bid-voided",
            1,
            (out, event) -> out.text("auction", event.auction().value())
                    .object("post", event.post(), SocialJson::write)
                    .object("bidder", event.bidder(), SocialJson::write)
                    .object("amount", event.amount(), MoneyJson::write)
                    .optional("standing", event.standing(), OverrideJson::write)
                    .object("nextMinimum", event.nextMinimum(), MoneyJson::write)
                    .text("entry", event.entry().hex()),
            in -> new AuctionEvent.BidVoided(
                    auction(in),
                    in.object("post", SocialJson::readPostId),
                    in.shared("bidder", SocialJson.BIDDER),
                    in.object("amount", MoneyJson::read),
                    in.optional("standing", OverrideJson::readStanding),
                    in.object("nextMinimum", MoneyJson::read),
                    new Hash(in.text("entry"))));

    private static final EventType<AuctionEvent.RulesChanged> RULES_CHANGED = new EventType<>(
            "auction.rules-changed",
            1,
            (out, event) -> out.text("auction", event.auction().value()).object("rules", event.rules(), LotJson::write),
            in -> new AuctionEvent.RulesChanged(auction(in), in.object("rules", LotJson::readRules)));

    private static final EventType<AuctionEvent.MaximumSet> MAXIMUM_SET = new EventType<>(
            "auction.maximum-set",
            1,
            (out, event) -> out.text("auction", event.auction().value())
                    .object("bidder", event.bidder(), SocialJson::write)
                    .optional("maximum", event.maximum(), MoneyJson::write),
            in -> new AuctionEvent.MaximumSet(
                    auction(in), in.shared("bidder", SocialJson.BIDDER), in.optional("maximum", MoneyJson::read)));

    private static final EventType<AuctionEvent.LotAwarded> LOT_AWARDED = new EventType<>(
            "auction.lot-awarded",
            1,
            (out, event) -> out.text("auction", event.auction().value())
                    .object("lot", event.lot(), LotJson::write)
                    .object("outcome", event.outcome(), LotJson::write)
                    .number("round", event.round())
                    .text("root", event.root().hex()),
            in -> new AuctionEvent.LotAwarded(
                    auction(in),
                    in.object("lot", LotJson::read),
                    in.object("outcome", LotJson::readOutcome),
                    in.integer("round"),
                    new Hash(in.text("root"))));

    static final List<EventType<?>> ALL = List.of(
            CAMPAIGN_PUBLISHED,
            SESSION_PLANNED,
            SESSION_MOVED,
            AUCTION_OPENED,
            BID_ACCEPTED,
            BID_REFUSED,
            AUCTION_EXTENDED,
            AUCTION_CLOSED,
            POST_HEARD,
            OVERRIDE_MADE,
            AUCTION_PAUSED,
            AUCTION_RESUMED,
            BID_VOIDED,
            RULES_CHANGED,
            MAXIMUM_SET,
            LOT_AWARDED);

    private static void writeAccepted(JsonOut out, AuctionEvent.BidAccepted event) {
        out.text("auction", event.auction().value()).object("post", event.post(), SocialJson::write);
        SocialJson.writeBidderOf(event.post(), event.bidder(), out);
        out.object("amount", event.amount(), MoneyJson::write)
                .object("nextMinimum", event.nextMinimum(), MoneyJson::write)
                .optional("displaced", event.displaced(), SocialJson::write)
                .text("entry", event.entry().hex());
    }

    private static AuctionEvent.BidAccepted readAccepted(JsonIn in) {
        AuctionId auction = auction(in);
        Post post = in.object("post", SocialJson::readPost);
        return new AuctionEvent.BidAccepted(
                auction,
                post,
                SocialJson.readBidderOf(in, post),
                in.object("amount", MoneyJson::read),
                in.object("nextMinimum", MoneyJson::read),
                in.optionalShared("displaced", SocialJson.BIDDER),
                new Hash(in.text("entry")));
    }

    private static AuctionId auction(JsonIn in) {
        return in.sharedText("auction", AUCTION_ID);
    }

    @Override
    public Typed campaignPublished(AuctionEvent.CampaignPublished event) {
        return CAMPAIGN_PUBLISHED.of(event);
    }

    @Override
    public Typed sessionPlanned(AuctionEvent.SessionPlanned event) {
        return SESSION_PLANNED.of(event);
    }

    @Override
    public Typed sessionMoved(AuctionEvent.SessionMoved event) {
        return SESSION_MOVED.of(event);
    }

    @Override
    public Typed auctionOpened(AuctionEvent.AuctionOpened event) {
        return AUCTION_OPENED.of(event);
    }

    @Override
    public Typed bidAccepted(AuctionEvent.BidAccepted event) {
        return BID_ACCEPTED.of(event);
    }

    @Override
    public Typed bidRefused(AuctionEvent.BidRefused event) {
        return BID_REFUSED.of(event);
    }

    @Override
    public Typed auctionExtended(AuctionEvent.AuctionExtended event) {
        return AUCTION_EXTENDED.of(event);
    }

    @Override
    public Typed auctionClosed(AuctionEvent.AuctionClosed event) {
        return AUCTION_CLOSED.of(event);
    }

    @Override
    public Typed postHeard(AuctionEvent.PostHeard event) {
        return POST_HEARD.of(event);
    }

    @Override
    public Typed overrideMade(AuctionEvent.OverrideMade event) {
        return OVERRIDE_MADE.of(event);
    }

    @Override
    public Typed auctionPaused(AuctionEvent.AuctionPaused event) {
        return AUCTION_PAUSED.of(event);
    }

    @Override
    public Typed auctionResumed(AuctionEvent.AuctionResumed event) {
        return AUCTION_RESUMED.of(event);
    }

    @Override
    public Typed bidVoided(AuctionEvent.BidVoided event) {
        return BID_VOIDED.of(event);
    }

    @Override
    public Typed rulesChanged(AuctionEvent.RulesChanged event) {
        return RULES_CHANGED.of(event);
    }

    @Override
    public Typed maximumSet(AuctionEvent.MaximumSet event) {
        return MAXIMUM_SET.of(event);
    }

    @Override
    public Typed lotAwarded(AuctionEvent.LotAwarded event) {
        return LOT_AWARDED.of(event);
    }
}
