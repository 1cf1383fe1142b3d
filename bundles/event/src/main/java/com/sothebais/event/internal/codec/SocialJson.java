package com.sothebais.event.internal.codec;

import com.sothebais.api.auction.Bidder;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.util.function.Function;

/** Posts and who wrote them. */
final class SocialJson {
    /** The same object each time, so that what it read can be shared. */
    static final JsonReader<Bidder> BIDDER = SocialJson::readBidder;

    private static final JsonReader<Account> ACCOUNT = SocialJson::readAccount;
    private static final JsonReader<AccountId> ACCOUNT_ID = SocialJson::readAccountId;

    private static final Function<String, WalletAddress> WALLET = WalletAddress::new;

    private SocialJson() {}

    static void write(JsonOut out, Post post) {
        out.object("id", post.id(), SocialJson::write)
                .object("author", post.author(), SocialJson::write)
                .text("text", post.text())
                .text("at", post.at().toString())
                .object("relation", post.relation(), SocialJson::write)
                .flag("mentionsHost", post.mentionsHost());
    }

    static Post readPost(JsonIn in) {
        return new Post(
                in.object("id", SocialJson::readPostId),
                in.shared("author", ACCOUNT),
                in.text("text"),
                in.instant("at"),
                in.object("relation", SocialJson::readRelation),
                in.flag("mentionsHost"));
    }

    static void write(JsonOut out, PostId id) {
        out.text("network", id.network()).text("id", id.id());
    }

    static PostId readPostId(JsonIn in) {
        return new PostId(in.sharedText("network"), in.text("id"));
    }

    static void write(JsonOut out, AccountId id) {
        out.text("network", id.network()).text("id", id.id());
    }

    static AccountId readAccountId(JsonIn in) {
        return new AccountId(in.sharedText("network"), in.text("id"));
    }

    static void write(JsonOut out, Account account) {
        out.object("id", account.id(), SocialJson::write)
                .text("handle", account.handle())
                .text("displayName", account.displayName());
    }

    static Account readAccount(JsonIn in) {
        return new Account(in.object("id", SocialJson::readAccountId), in.text("handle"), in.text("displayName"));
    }

    static void write(JsonOut out, Bidder bidder) {
        out.object("account", bidder.account(), SocialJson::write)
                .text("wallet", bidder.wallet().value());
    }

    static Bidder readBidder(JsonIn in) {
        return new Bidder(in.shared("account", ACCOUNT), new WalletAddress(in.text("wallet")));
    }

    /** Who bids is as a rule who posted, and then the wallet alone says it all. */
    static void writeBidderOf(Post post, Bidder bidder, JsonOut out) {
        if (bidder.account().equals(post.author())) {
            out.text("bidder", bidder.wallet().value());
        } else {
            out.object("bidder", bidder, SocialJson::write);
        }
    }

    static Bidder readBidderOf(JsonIn in, Post post) {
        return in.isText("bidder")
                ? new Bidder(post.author(), in.sharedText("bidder", WALLET))
                : in.shared("bidder", BIDDER);
    }

    private static void write(JsonOut out, Relation relation) {
        out.text("kind", relation.kind().name())
                .optional("target", relation.target(), SocialJson::write)
                .optional("targetAuthor", relation.targetAuthor(), SocialJson::write);
    }

    private static Relation readRelation(JsonIn in) {
        return new Relation(
                in.constant("kind", Relation.Kind.class),
                in.optional("target", SocialJson::readPostId),
                in.optionalShared("targetAuthor", ACCOUNT_ID));
    }
}
