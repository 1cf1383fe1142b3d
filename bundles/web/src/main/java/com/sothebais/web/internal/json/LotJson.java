package com.sothebais.web.internal.json;

import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.LotView.Bidding;
import java.time.Instant;
import java.util.Optional;

/** A lot as every viewer may see it: never the amount of a hidden reserve. */
public record LotJson(
        String auction,
        String session,
        WorkJson work,
        TimesJson times,
        BiddingJson bidding,
        ReserveJson reserve,
        ResultJson result) {

    /** @param artwork address of the picture */
    public record WorkJson(
            int number, String title, String artist, String story, String artwork, TokenJson token, String seller) {}

    /** One NFT; its id is an integer as text. */
    public record TokenJson(String chain, String collection, String tokenId) {}

    /**
     * @param status {@code PLANNED}, {@code OPEN} or {@code CLOSED}
     * @param ends end as it is now, exclusive, UTC
     * @param extensions how many times the end has moved
     * @param extensionsMax how many times it may move
     * @param pausedSince while the clock stands still, UTC, else {@code null}
     */
    public record TimesJson(
            String status, String opens, String ends, int extensions, int extensionsMax, String pausedSince) {}

    /**
     * @param price the leading bid, or the start price without one
     * @param leader {@code null} without a bid
     */
    public record BiddingJson(
            MoneyJson startPrice,
            MoneyJson price,
            BidderJson leader,
            MoneyJson nextMinimum,
            int accepted,
            int refused) {}

    /**
     * @param account network and id
     * @param wallet who pays
     */
    public record BidderJson(String account, String handle, String name, String wallet) {
        static BidderJson of(Bidder bidder) {
            return new BidderJson(
                    bidder.account().id().toString(),
                    bidder.account().handle(),
                    bidder.account().displayName(),
                    bidder.wallet().value());
        }
    }

    /**
     * @param exists whether the lot has a reserve
     * @param met whether the price reaches it; also true without a reserve once somebody leads
     * @param amount {@code null} when there is none or it is hidden
     */
    public record ReserveJson(boolean exists, boolean hidden, boolean met, MoneyJson amount) {}

    /**
     * How it ended; everything is {@code null} before.
     *
     * @param outcome {@code SOLD} or {@code RETURNED}
     * @param cause why it was returned
     * @param settlement transaction that moved token and money
     * @param trouble why the settlement was refused
     */
    public record ResultJson(
            String outcome,
            String cause,
            BidderJson winner,
            MoneyJson price,
            String ledgerRoot,
            String settlement,
            String trouble) {}

    public static LotJson of(LotView view) {
        return new LotJson(
                view.auction().value(),
                view.session().value(),
                work(view.lot()),
                new TimesJson(
                        view.times().status().name(),
                        view.times().opens().toString(),
                        view.times().ends().toString(),
                        view.times().extensions(),
                        view.rules().extension().countMax(),
                        view.times().pausedSince().map(Instant::toString).orElse(null)),
                bidding(view),
                reserve(view),
                result(view.result()));
    }

    private static WorkJson work(Lot lot) {
        return new WorkJson(
                lot.number(),
                lot.title(),
                lot.artist(),
                lot.story(),
                "/api/assets/" + lot.artwork().value(),
                new TokenJson(
                        lot.token().chain().value(),
                        lot.token().collection().value(),
                        lot.token().tokenId().toString()),
                lot.seller().value());
    }

    private static BiddingJson bidding(LotView view) {
        Bidding bidding = view.bidding();
        return new BiddingJson(
                MoneyJson.of(view.rules().startPrice()),
                MoneyJson.of(bidding.price()),
                bidding.leader().map(BidderJson::of).orElse(null),
                MoneyJson.of(bidding.nextMinimum()),
                bidding.accepted(),
                bidding.refused());
    }

    private static ReserveJson reserve(LotView view) {
        Optional<Reserve> reserve = view.rules().reserve();
        return new ReserveJson(
                reserve.isPresent(),
                reserve.map(Reserve::hidden).orElse(false),
                view.reserveMet(),
                reserve.filter(known -> !known.hidden())
                        .map(known -> MoneyJson.of(known.amount()))
                        .orElse(null));
    }

    private static ResultJson result(LotView.Result result) {
        String ledgerRoot = result.ledgerRoot().map(Hash::hex).orElse(null);
        String settlement = result.settlement().map(TxHash::value).orElse(null);
        String trouble = result.trouble().orElse(null);
        if (result.outcome().orElse(null) instanceof Outcome.Sold sold) {
            BidderJson winner = BidderJson.of(sold.winner());
            return new ResultJson("SOLD", null, winner, MoneyJson.of(sold.price()), ledgerRoot, settlement, trouble);
        }
        if (result.outcome().orElse(null) instanceof Outcome.Returned returned) {
            String cause = returned.cause().name();
            return new ResultJson("RETURNED", cause, null, null, ledgerRoot, settlement, trouble);
        }
        return new ResultJson(null, null, null, null, ledgerRoot, settlement, trouble);
    }
}
