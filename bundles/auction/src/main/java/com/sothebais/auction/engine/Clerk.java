package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Post;
import com.sothebais.auction.grammar.BidGrammar;
import com.sothebais.auction.grammar.Context;
import com.sothebais.auction.grammar.Hearing;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.LotState;
import com.sothebais.auction.rules.Referee;
import com.sothebais.auction.rules.Verdict;
import com.sothebais.auction.rules.Verdict.Accepted;
import com.sothebais.auction.rules.Verdict.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the posts of one batch: hears, reads, has them judged, and has the verdicts written. */
final class Clerk {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    private final Batch batch;
    private final RateLimits limits;
    private final Floor floor;
    private final Referee referee;
    private final Verdicts verdicts;
    private final Map<Account, Set<String>> handles = new HashMap<>();

    Clerk(Batch batch, RateLimits limits, Verdicts verdicts) {
        this.batch = batch;
        this.limits = limits;
        this.floor = batch.floor();
        this.referee = new Referee(floor);
        this.verdicts = verdicts;
    }

    /** Decides what follows from a post that was not taken before. */
    void take(Post written, Account host, Instant arrived) {
        Hearing hearing = Hearing.of(written, host.id());
        boolean addressed = hearing == Hearing.ADDRESSED
                || written.mentionsHost() && (hearing == Hearing.EDIT || hearing == Hearing.QUOTES_OTHERS);
        if (!addressed) {
            return;
        }
        Post post = Recordable.of(written);
        Instant at = batch.moment(arrived);
        boolean allowed = limits.allows(post);
        Reading reading = read(post, host);
        boolean money = reading.intent().meansMoney();
        if (hearing == Hearing.EDIT) {
            if (money) {
                write(post, referee.refuse(post, reading, Reason.EDITED), at);
            }
        } else if (hearing == Hearing.QUOTES_OTHERS) {
            heard(post, reading, at, allowed);
        } else if (reading.intent() == Intent.CONFIRM && allowed && Hearing.repliesTo(post, host.id())) {
            confirm(post, reading, at);
        } else if (money) {
            boolean counts = allowed && walletAllows(post);
            write(
                    post,
                    counts ? referee.judge(post, reading, at) : referee.refuse(post, reading, Reason.RATE_LIMITED),
                    at);
        } else {
            heard(post, reading, at, allowed);
        }
    }

    /**
     * Refuses a post that cannot be judged without judging anything: for no lot, so in no ledger. Failing it would have the network
     * deliver it for ever, and nothing behind it.
     */
    void refuse(Post written, Instant arrived) {
        Refused refused = new Refused(Optional.empty(), Reason.UNREADABLE, Optional.empty(), Optional.empty());
        verdicts.refuse(Recordable.of(written), refused, batch.moment(arrived));
    }

    /** A post that the grammar stumbles over is refused; failing it would have the network deliver it for ever, and nothing behind it. */
    private static Reading read(Post post, Context context) {
        try {
            return BidGrammar.read(post.text(), context);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("post {} cannot be read and is refused", post.id(), e);
            return new Reading(
                    Intent.REJECT, Optional.empty(), Optional.empty(), Optional.empty(), Reading.Extras.NONE);
        }
    }

    private void confirm(Post post, Reading reading, Instant at) {
        Optional<Verdict> confirmed = referee.confirm(post, reading, at);
        if (confirmed.isPresent()) {
            write(post, confirmed.get(), at);
        } else {
            heard(post, reading, at, true);
        }
    }

    private boolean walletAllows(Post post) {
        Optional<WalletAddress> wallet = floor.purses().walletOf(post.author().id());
        return wallet.isEmpty() || limits.allows(wallet.get(), post);
    }

    /** What an amount means depends on the lot, and which lot is meant is in the text: with several, the right one reads again. */
    private Reading read(Post post, Account host) {
        List<LotState> open = referee.heard(post);
        Optional<LotState> first = open.isEmpty() ? Optional.empty() : Optional.of(open.get(0));
        Reading reading = read(post, context(post, host, first));
        if (open.size() > 1) {
            Optional<LotState> meant = referee.meant(post, reading);
            if (meant.isPresent() && meant.get() != first.get()) {
                return read(post, context(post, host, meant));
            }
        }
        return reading;
    }

    private Context context(Post post, Account host, Optional<LotState> lot) {
        Currency currency;
        Optional<BigDecimal> price = Optional.empty();
        if (lot.isPresent()) {
            Money now = lot.get().price();
            currency = now.currency();
            price = Optional.of(new BigDecimal(now.units(), currency.decimals()));
        } else {
            Collection<LotState> lots = floor.lots();
            currency = lots.isEmpty()
                    ? Currency.ETH
                    : lots.iterator().next().rules().currency();
        }
        boolean reply = Hearing.repliesTo(post, host.id());
        Set<String> names =
                handles.computeIfAbsent(host, any -> Set.of(any.handle().toLowerCase(Locale.ROOT)));
        return new Context(List.of(currency), price, reply, names);
    }

    /** Too much talk of one account is not even talked about. */
    private void heard(Post post, Reading reading, Instant at, boolean allowed) {
        if (allowed) {
            PostHeard event = new PostHeard(post, reading.intent() == Intent.QUESTION);
            batch.decide(
                    Verdicts.mentions(post),
                    event,
                    at,
                    new CorrelationId(post.id().toString()));
        }
    }

    private void write(Post post, Verdict verdict, Instant at) {
        if (verdict instanceof Accepted accepted) {
            verdicts.accept(post, accepted, at);
        } else if (verdict instanceof Refused refused) {
            verdicts.refuse(post, refused, at);
        }
    }
}
