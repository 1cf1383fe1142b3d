package com.sothebais.event.internal.codec;

import com.sothebais.api.auction.AuctionEvent.Standing;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.LotOverride.Cancel;
import com.sothebais.api.auction.LotOverride.ChangeReserve;
import com.sothebais.api.auction.LotOverride.ChangeViewerDelay;
import com.sothebais.api.auction.LotOverride.Extend;
import com.sothebais.api.auction.LotOverride.ForceClose;
import com.sothebais.api.auction.LotOverride.Pause;
import com.sothebais.api.auction.LotOverride.Resume;
import com.sothebais.api.auction.LotOverride.VoidBid;
import com.sothebais.api.event.Decree;

/** What admins do by hand, who ordered it and why, and who leads after it. */
final class OverrideJson {
    private OverrideJson() {}

    static void write(JsonOut out, LotOverride override) {
        if (override instanceof Pause) {
            out.text("kind", "pause");
        } else if (override instanceof Resume) {
            out.text("kind", "resume");
        } else if (override instanceof Extend extend) {
            out.text("kind", "extend").text("by", extend.by().toString());
        } else if (override instanceof Cancel) {
            out.text("kind", "cancel");
        } else if (override instanceof VoidBid voided) {
            out.text("kind", "void-bid").object("post", voided.post(), SocialJson::write);
        } else if (override instanceof ForceClose) {
            out.text("kind", "force-close");
        } else if (override instanceof ChangeReserve change) {
            out.text("kind", "change-reserve").optional("reserve", change.reserve(), LotJson::write);
        } else if (override instanceof ChangeViewerDelay change) {
            out.text("kind", "change-viewer-delay").text("delay", change.delay().toString());
        } else {
            throw new IllegalStateException("no JSON for " + override);
        }
    }

    static LotOverride read(JsonIn in) {
        return switch (in.text("kind")) {
            case "pause" -> new Pause();
            case "resume" -> new Resume();
            case "extend" -> new Extend(in.duration("by"));
            case "cancel" -> new Cancel();
            case "void-bid" -> new VoidBid(in.object("post", SocialJson::readPostId));
            case "force-close" -> new ForceClose();
            case "change-reserve" -> new ChangeReserve(in.optional("reserve", LotJson::readReserve));
            case "change-viewer-delay" -> new ChangeViewerDelay(in.duration("delay"));
            default -> throw new CodecException("unknown override '" + in.text("kind") + "'");
        };
    }

    static void write(JsonOut out, Decree decree) {
        out.text("admin", decree.admin()).text("reason", decree.reason());
    }

    static Decree readDecree(JsonIn in) {
        return new Decree(in.text("admin"), in.text("reason"));
    }

    static void write(JsonOut out, Standing standing) {
        out.object("bidder", standing.bidder(), SocialJson::write)
                .object("amount", standing.amount(), MoneyJson::write);
    }

    static Standing readStanding(JsonIn in) {
        return new Standing(in.object("bidder", SocialJson::readBidder), in.object("amount", MoneyJson::read));
    }
}
