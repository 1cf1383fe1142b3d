package com.sothebais.web.internal.json;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.show.BidView;
import com.sothebais.api.social.Post;
import java.time.Duration;

/**
 * A bid and its verdict.
 *
 * @param auction the lot it was for, {@code null} when no lot was open
 * @param amount what was read from the post, {@code null} when nothing was
 * @param story correlation id: shared by everything that followed from the post
 * @param voided whether an admin took it back; it stays visible
 */
public record BidJson(
        String auction, PostJson post, MoneyJson amount, VerdictJson verdict, String at, String story, boolean voided) {

    /** @param at the network's own time of the post, UTC */
    public record PostJson(String id, String handle, String name, String text, String at) {}

    /**
     * @param kind {@code ACCEPTED}, {@code REJECTED}, {@code NEEDS_CONFIRMATION}, {@code NEEDS_WALLET} or {@code NEEDS_FUNDS}
     * @param reason stable code, {@code null} when accepted
     * @param message for people, empty when accepted
     * @param latencyMillis from the network's time of the post to the verdict
     */
    public record VerdictJson(String kind, String reason, String message, long latencyMillis) {}

    public static BidJson of(BidView bid) {
        Post post = bid.post();
        long latency = Math.max(0, Duration.between(post.at(), bid.at()).toMillis());
        VerdictJson verdict = bid.refusal()
                .map(reason -> new VerdictJson(reason.verdict().name(), reason.name(), ReasonText.of(reason), latency))
                .orElseGet(() -> new VerdictJson("ACCEPTED", null, "", latency));
        return new BidJson(
                bid.auction().map(AuctionId::value).orElse(null),
                new PostJson(
                        post.id().toString(),
                        post.author().handle(),
                        post.author().displayName(),
                        post.text(),
                        post.at().toString()),
                bid.amount().map(MoneyJson::of).orElse(null),
                verdict,
                bid.at().toString(),
                bid.correlation().value(),
                bid.voided());
    }
}
