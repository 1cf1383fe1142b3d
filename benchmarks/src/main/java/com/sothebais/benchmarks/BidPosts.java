package com.sothebais.benchmarks;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Posts as a hot lot gets them: most of them raise by the least step, one in five is refused for one reason or another. */
final class BidPosts {
    static final String NETWORK = "bench";

    /** Bidders with a wallet and money. */
    static final int BIDDERS = 300;

    /** One ten-thousandth of an ETH: the increment of the lot and the raise of every valid bid. */
    private static final int STEPS_PER_ETH = 10_000;

    /** Made once, so that the time of a measurement goes to what is measured; the second half has no wallet. */
    private static final List<Account> ACCOUNTS =
            IntStream.range(0, 2 * BIDDERS).mapToObj(BidPosts::account).toList();

    private final String prefix;
    private long count;
    private long step = STEPS_PER_ETH;

    /** @param prefix of the ids of all posts, so that those of two measurements differ */
    BidPosts(String prefix, long firstStep) {
        this.prefix = prefix;
        this.step = firstStep;
    }

    static Account bidder(int number) {
        return ACCOUNTS.get(number);
    }

    private static Account account(int number) {
        return new Account(new AccountId(NETWORK, "user-" + number), "bidder_" + number, "Bidder " + number);
    }

    static WalletAddress wallet(int number) {
        return new WalletAddress(String.format("0x%040x", number + 1));
    }

    /** The step of the next valid bid. */
    long step() {
        return step;
    }

    long count() {
        return count;
    }

    Post next() {
        count++;
        int kind = (int) (count % 20);
        int author = (int) (count * 7919 % BIDDERS);
        String text =
                switch (kind) {
                    case 3, 11 -> "@sothebais bid " + eth(step - 2) + " ETH";
                    case 7 -> "@sothebais I bid two ETH on this";
                    case 16 -> {
                        author = BIDDERS + author;
                        yield "@sothebais my bid: " + eth(step) + " ETH";
                    }
                    default -> "@sothebais I bid " + eth(step++) + " ETH";
                };
        return new Post(
                new PostId(NETWORK, prefix + count), bidder(author), text, Instant.now(), Relation.ORIGINAL, true);
    }

    private static String eth(long steps) {
        long fraction = steps % STEPS_PER_ETH;
        String digits = Long.toString(STEPS_PER_ETH + fraction);
        return steps / STEPS_PER_ETH + "." + digits.substring(1);
    }
}
