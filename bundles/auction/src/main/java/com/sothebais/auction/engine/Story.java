package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the story of an auction in the log of the process, once it is recorded. */
final class Story {
    private static final Logger LOG = LoggerFactory.getLogger(Story.class);

    private Story() {}

    static void tell(List<NewEvent> facts) {
        facts.forEach(fact -> tell(fact.event()));
    }

    private static void tell(Event event) {
        if (event instanceof CampaignPublished published) {
            LOG.info("campaign {} published", published.campaign().id());
        } else if (event instanceof SessionMoved moved) {
            LOG.info("session {} is {}", moved.session(), moved.to());
        } else if (event instanceof AuctionOpened opened) {
            LOG.info("{} opened until {}", opened.auction(), opened.ends());
        } else if (event instanceof AuctionExtended extended) {
            LOG.info("{} extended to {} ({})", extended.auction(), extended.to(), extended.count());
        } else if (event instanceof AuctionClosed closed) {
            LOG.info("{} closed, {}, ledger root {}", closed.auction(), outcome(closed.outcome()), closed.root());
        } else if (event instanceof BidAccepted bid) {
            LOG.debug(
                    "{} leads with {} by {}",
                    bid.auction(),
                    bid.amount(),
                    bid.post().id());
        } else if (event instanceof BidRefused bid) {
            LOG.debug("post {} refused: {}", bid.post().id(), bid.reason());
        }
    }

    private static String outcome(Outcome outcome) {
        return outcome instanceof Outcome.Sold sold
                ? "sold to " + sold.winner().account().id() + " for " + sold.price()
                : "returned, " + ((Outcome.Returned) outcome).cause();
    }
}
