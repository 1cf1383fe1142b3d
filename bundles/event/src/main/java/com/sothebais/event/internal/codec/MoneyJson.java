package com.sothebais.event.internal.codec;

import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Increment.Absolute;
import com.sothebais.api.auction.Increment.Percent;
import com.sothebais.api.auction.Increment.Tier;
import com.sothebais.api.auction.Increment.Tiers;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.math.BigInteger;

/** Money and raises. Units are text: JSON numbers lose digits in many readers. */
final class MoneyJson {
    private MoneyJson() {}

    static void write(JsonOut out, Money money) {
        out.text("units", money.units().toString())
                .text("currency", money.currency().code())
                .number("decimals", money.currency().decimals());
    }

    static Money read(JsonIn in) {
        return new Money(
                new BigInteger(in.text("units")), new Currency(in.sharedText("currency"), in.integer("decimals")));
    }

    static void write(JsonOut out, Increment increment) {
        if (increment instanceof Absolute absolute) {
            out.text("kind", "absolute").object("step", absolute.step(), MoneyJson::write);
        } else if (increment instanceof Percent percent) {
            out.text("kind", "percent")
                    .number("basisPoints", percent.basisPoints())
                    .object("floor", percent.floor(), MoneyJson::write);
        } else if (increment instanceof Tiers tiers) {
            out.text("kind", "tiers").list("tiers", tiers.tiers(), MoneyJson::write);
        } else {
            throw new IllegalStateException("no JSON for " + increment);
        }
    }

    static Increment readIncrement(JsonIn in) {
        return switch (in.text("kind")) {
            case "absolute" -> new Absolute(in.object("step", MoneyJson::read));
            case "percent" -> new Percent(in.integer("basisPoints"), in.object("floor", MoneyJson::read));
            case "tiers" -> new Tiers(in.list("tiers", MoneyJson::readTier));
            default -> throw new CodecException("unknown increment '" + in.text("kind") + "'");
        };
    }

    private static void write(JsonOut out, Tier tier) {
        out.object("from", tier.from(), MoneyJson::write).object("step", tier.step(), MoneyJson::write);
    }

    private static Tier readTier(JsonIn in) {
        return new Tier(in.object("from", MoneyJson::read), in.object("step", MoneyJson::read));
    }
}
