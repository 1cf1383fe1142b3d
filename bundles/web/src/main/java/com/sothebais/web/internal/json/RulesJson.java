package com.sothebais.web.internal.json;

import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.money.Money;
import java.util.List;

/**
 * The rules of a lot as every viewer may see them: never the amount of a hidden reserve.
 *
 * @param closing when the lot closes, with the sentence that stands on screen
 */
public record RulesJson(
        MoneyJson startPrice,
        ReserveRuleJson reserve,
        IncrementJson increment,
        ExtensionJson extension,
        int confirmFactor,
        DelaysJson delays,
        String closing) {

    /** @param amount {@code null} when there is none or it is hidden */
    public record ReserveRuleJson(boolean exists, boolean hidden, MoneyJson amount) {}

    /**
     * @param kind {@code ABSOLUTE}, {@code PERCENT} or {@code TIERS}
     * @param step of {@code ABSOLUTE}
     * @param basisPoints hundredths of a percent of the price, of {@code PERCENT}
     * @param floor least raise of {@code PERCENT}
     * @param tiers of {@code TIERS}
     */
    public record IncrementJson(
            String kind, MoneyJson step, Integer basisPoints, MoneyJson floor, List<TierJson> tiers) {}

    /** From this price on, this step. */
    public record TierJson(MoneyJson from, MoneyJson step) {}

    /** An accepted bid within the window moves the end. */
    public record ExtensionJson(long windowMillis, long lengthMillis, int countMax, long hardStopMillis) {}

    /**
     * @param graceMillis how long after the end a post made before it still counts
     * @param viewerMillis how far behind the viewers of the stream are
     */
    public record DelaysJson(long graceMillis, long viewerMillis) {}

    public static RulesJson of(Rules rules) {
        Extension extension = rules.extension();
        return new RulesJson(
                MoneyJson.of(rules.startPrice()),
                new ReserveRuleJson(
                        rules.reserve().isPresent(),
                        rules.reserve().map(Reserve::hidden).orElse(false),
                        rules.reserve()
                                .filter(reserve -> !reserve.hidden())
                                .map(reserve -> MoneyJson.of(reserve.amount()))
                                .orElse(null)),
                increment(rules.increment()),
                new ExtensionJson(
                        extension.window().toMillis(),
                        extension.length().toMillis(),
                        extension.countMax(),
                        extension.hardStop().toMillis()),
                rules.confirmFactor(),
                new DelaysJson(rules.grace().toMillis(), rules.viewerDelay().toMillis()),
                closing(rules));
    }

    private static IncrementJson increment(Increment increment) {
        if (increment instanceof Increment.Absolute absolute) {
            return new IncrementJson("ABSOLUTE", MoneyJson.of(absolute.step()), null, null, List.of());
        }
        if (increment instanceof Increment.Percent percent) {
            Money floor = percent.floor();
            return new IncrementJson("PERCENT", null, percent.basisPoints(), MoneyJson.of(floor), List.of());
        }
        List<TierJson> tiers = ((Increment.Tiers) increment)
                .tiers().stream()
                        .map(tier -> new TierJson(MoneyJson.of(tier.from()), MoneyJson.of(tier.step())))
                        .toList();
        return new IncrementJson("TIERS", null, null, null, tiers);
    }

    private static String closing(Rules rules) {
        Extension extension = rules.extension();
        String moved = extension.countMax() == 0
                ? "The end does not move."
                : "An accepted bid in the last " + Spans.text(extension.window()) + " moves the end to "
                        + Spans.text(extension.length()) + " after the bid, at most " + extension.countMax()
                        + " times and never more than " + Spans.text(extension.hardStop()) + " beyond the planned end.";
        String delay = rules.viewerDelay().isZero()
                ? ""
                : " Viewers are " + Spans.text(rules.viewerDelay()) + " behind, and zero is what they see.";
        return moved + delay + " " + rules.closingRule() + " Of equal bids the one that arrived first leads.";
    }
}
