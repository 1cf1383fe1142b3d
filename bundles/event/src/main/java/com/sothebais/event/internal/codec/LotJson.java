package com.sothebais.event.internal.codec;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Outcome.Returned;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.chain.WalletAddress;

/** A lot, its rules and its end. */
final class LotJson {
    private LotJson() {}

    static void write(JsonOut out, Lot lot) {
        out.number("number", lot.number())
                .text("title", lot.title())
                .text("artist", lot.artist())
                .text("story", lot.story())
                .text("artwork", lot.artwork().value())
                .object("token", lot.token(), ChainJson::write)
                .text("seller", lot.seller().value());
    }

    static Lot read(JsonIn in) {
        return new Lot(
                in.integer("number"),
                in.text("title"),
                in.text("artist"),
                in.text("story"),
                new AssetId(in.text("artwork")),
                in.object("token", ChainJson::readToken),
                new WalletAddress(in.text("seller")));
    }

    static void write(JsonOut out, Rules rules) {
        out.object("startPrice", rules.startPrice(), MoneyJson::write)
                .optional("reserve", rules.reserve(), LotJson::write)
                .object("increment", rules.increment(), MoneyJson::write)
                .object("extension", rules.extension(), LotJson::write)
                .number("confirmFactor", rules.confirmFactor())
                .text("grace", rules.grace().toString())
                .text("viewerDelay", rules.viewerDelay().toString());
    }

    static Rules readRules(JsonIn in) {
        return new Rules(
                in.object("startPrice", MoneyJson::read),
                in.optional("reserve", LotJson::readReserve),
                in.object("increment", MoneyJson::readIncrement),
                in.object("extension", LotJson::readExtension),
                in.integer("confirmFactor"),
                in.duration("grace"),
                in.duration("viewerDelay"));
    }

    static void write(JsonOut out, Outcome outcome) {
        if (outcome instanceof Sold sold) {
            out.text("kind", "sold")
                    .object("winner", sold.winner(), SocialJson::write)
                    .object("price", sold.price(), MoneyJson::write);
        } else if (outcome instanceof Returned returned) {
            out.text("kind", "returned").text("cause", returned.cause().name());
        } else {
            throw new IllegalStateException("no JSON for " + outcome);
        }
    }

    static Outcome readOutcome(JsonIn in) {
        return switch (in.text("kind")) {
            case "sold" -> new Sold(in.object("winner", SocialJson::readBidder), in.object("price", MoneyJson::read));
            case "returned" -> new Returned(in.constant("cause", Outcome.Cause.class));
            default -> throw new CodecException("unknown outcome '" + in.text("kind") + "'");
        };
    }

    static void write(JsonOut out, Reserve reserve) {
        out.object("amount", reserve.amount(), MoneyJson::write).flag("hidden", reserve.hidden());
    }

    static Reserve readReserve(JsonIn in) {
        return new Reserve(in.object("amount", MoneyJson::read), in.flag("hidden"));
    }

    private static void write(JsonOut out, Extension extension) {
        out.text("window", extension.window().toString())
                .text("length", extension.length().toString())
                .number("countMax", extension.countMax())
                .text("hardStop", extension.hardStop().toString());
    }

    private static Extension readExtension(JsonIn in) {
        return new Extension(
                in.duration("window"), in.duration("length"), in.integer("countMax"), in.duration("hardStop"));
    }
}
