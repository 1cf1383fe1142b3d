package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.StreamId;

/** Names of the streams that the auctioneer writes. What follows from the clock or an admin has its stream as its story. */
final class Streams {

    private Streams() {}

    static StreamId of(AuctionId auction) {
        return new StreamId("auction/" + auction);
    }

    static StreamId of(SessionId session) {
        return new StreamId("session/" + session);
    }

    static StreamId of(CampaignId campaign) {
        return new StreamId("campaign/" + campaign);
    }

    static CorrelationId story(StreamId stream) {
        return new CorrelationId(stream.value());
    }
}
