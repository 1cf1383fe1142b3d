package com.sothebais.benchmarks.kills;

import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.LotOverride.VoidBid;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.engine.SaleRoom;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Private maxima and voids for the lot that opened last. Nobody waits for them: whether one counted is seen in the log, where it may
 * stand once at most.
 */
final class Orders implements EventSubscriber {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    /** Most orders that wait; further ones are dropped. */
    private static final int WAITING_MAX = 100;

    private final Supplier<Optional<SaleRoom>> room;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            work -> {
                Thread daemon = new Thread(work, "orders");
                daemon.setDaemon(true);
                return daemon;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    private volatile Optional<AuctionId> lot = Optional.empty();
    private volatile Optional<PostId> newest = Optional.empty();

    Orders(Supplier<Optional<SaleRoom>> room) {
        this.room = room;
    }

    @Override
    public String name() {
        return "kills-orders";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        if (recorded.event() instanceof AuctionOpened opened) {
            newest = Optional.empty();
            lot = Optional.of(opened.auction());
        } else if (recorded.event() instanceof BidAccepted bid) {
            newest = Optional.of(bid.post().id());
        }
    }

    void maximum(int bidder, String amount) {
        order(sale ->
                sale.maximum(lot.orElseThrow(), Sale.account(bidder), Optional.of(Money.of(amount, Currency.ETH))));
    }

    /** @param reason named by the order, so that one that counts twice shows */
    void voidNewest(String reason) {
        order(sale -> newest.ifPresent(post ->
                sale.override(lot.orElseThrow(), new VoidBid(post), Optional.empty(), new Decree("kills", reason))));
    }

    private void order(java.util.function.Consumer<SaleRoom> order) {
        thread.execute(() -> {
            try {
                if (lot.isPresent()) {
                    room.get().ifPresent(order);
                }
            } catch (RuntimeException e) {
                // The bid is gone, the lot closed, or the database was killed: as it happens to an admin.
                LOG.debug("an order was not carried out", e);
            }
        });
    }
}
