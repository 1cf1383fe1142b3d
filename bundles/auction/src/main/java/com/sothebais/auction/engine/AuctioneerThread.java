package com.sothebais.auction.engine;

import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.FencedException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that lets the auctioneer step, as soon as something waits or is due. While it decides a batch, the one before is recorded
 * on a thread of its own.
 */
public final class AuctioneerThread implements AutoCloseable {

    /** The clock is looked at this often at least: somebody may set it. */
    static final Duration LOOK = Duration.ofMillis(500);

    /** Pause after a failure of the log. */
    static final Duration RETRY = Duration.ofMillis(250);

    private static final Duration STOP_WAIT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(AuctioneerThread.class);

    private final Auctioneer auctioneer;
    private final WorkQueue queue;
    private final Thread thread;
    private volatile boolean running = true;

    public AuctioneerThread(SaleRoom room) {
        this.auctioneer = room.auctioneer();
        this.queue = room.queue();
        this.thread = new Thread(this::run, "sothebais-auctioneer");
    }

    public void start() {
        auctioneer.start();
        thread.start();
    }

    private void run() {
        boolean failing = false;
        try {
            while (running && !auctioneer.isFenced()) {
                try {
                    Instant due = auctioneer.step();
                    if (failing) {
                        LOG.info("the auctioneer records again");
                    }
                    failing = false;
                    queue.await(due, LOOK);
                } catch (FencedException e) {
                    LOG.error("the auctioneer has stopped: {}", e.getMessage());
                } catch (EventLogException e) {
                    if (!failing) {
                        LOG.error("the auctioneer cannot use the log and tries again: {}", e.getMessage());
                    }
                    failing = true;
                    Thread.sleep(RETRY.toMillis());
                } catch (RuntimeException | LinkageError | StackOverflowError e) {
                    // A plugin that lost a class under way must not end all auctions.
                    LOG.error("the auctioneer failed and goes on", e);
                    Thread.sleep(RETRY.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            auctioneer.abandon();
        }
    }

    /** Stops after the batch at hand. */
    @Override
    public void close() {
        running = false;
        queue.wake();
        try {
            thread.join(STOP_WAIT.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
