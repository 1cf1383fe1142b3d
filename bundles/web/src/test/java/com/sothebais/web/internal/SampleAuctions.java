package com.sothebais.web.internal;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.auction.OverrideException.Obstacle;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Decree;
import com.sothebais.api.health.Latency;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One ledger, and overrides that take effect on the first lot alone; each changes the basis of the next. */
public final class SampleAuctions implements Auctions {
    public final List<String> overridden = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Ledger> ledger(AuctionId auction) {
        if (!auction.equals(SampleShow.FIRST)) {
            return Optional.empty();
        }
        LedgerLine line = new LedgerLine(
                auction.value(), SampleShow.START, "sandbox/p1", "sandbox/u-ann", "ACCEPTED", "1000", "ETH");
        return Optional.of(new Ledger(auction.value(), List.of(LedgerEntry.chain(0, Hash.GENESIS, line))));
    }

    @Override
    public OverridePreview preview(AuctionId auction, LotOverride override) {
        if (override instanceof LotOverride.Resume) {
            throw new OverrideException(Obstacle.ILLEGAL, "The lot is not paused.");
        }
        if (!auction.equals(SampleShow.FIRST)) {
            throw new OverrideException(Obstacle.ILLEGAL, "The lot is not open.");
        }
        return new OverridePreview(auction, override, basis(), List.of("Something happens to " + auction + "."));
    }

    @Override
    public OverridePreview override(AuctionId auction, LotOverride override, Optional<String> basis, Decree decree) {
        OverridePreview preview = preview(auction, override);
        if (basis.filter(known -> !known.equals(basis())).isPresent()) {
            throw new OverrideException(Obstacle.CHANGED, "The lot has changed; look at the effect again.");
        }
        overridden.add(decree.admin() + ": " + override + ": " + decree.reason());
        return preview;
    }

    @Override
    public MaximumAnswer maximum(AuctionId auction, Account account, Optional<Money> maximum) {
        throw new UnsupportedOperationException("nobody sets a maximum here");
    }

    @Override
    public Tally tally() {
        return new Tally(1, 1, Map.of(Reason.TOO_LOW, 1L), 0, Latency.NONE);
    }

    private String basis() {
        return "b" + overridden.size();
    }
}
