package com.sothebais.auction.calendar;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionPlan.Times;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds every reason why a campaign cannot be planned, one sentence each. */
final class Feasibility {

    /** Nothing shorter can be sold. */
    static final Duration LOT_MIN = Duration.ofSeconds(1);

    /** Longest campaign; keeps a typing error in a year from planning for ever. */
    static final int DAYS_MAX = 1_000;

    /** Leaves room in the 80 characters of an id for the date or the lot number. */
    private static final int ID_MAX = 60;

    private Feasibility() {}

    static List<String> reasons(Campaign campaign) {
        List<String> reasons = new ArrayList<>(reasonsOfRules(campaign));
        Schedule schedule = campaign.schedule();
        long span =
                schedule.days().last().toEpochDay() - schedule.days().first().toEpochDay() + 1;
        if (span > DAYS_MAX) {
            reasons.add("The campaign lasts " + span + " days, at most " + DAYS_MAX + " are allowed.");
            return reasons;
        }
        List<LocalDate> days = Calendar.days(schedule);
        long places = (long) days.size() * schedule.lotsPerDay();
        if (places < campaign.lots().size()) {
            reasons.add("There are " + campaign.lots().size() + " lots but only " + places + " places on " + days.size()
                    + " days.");
        }
        days.forEach(day -> ofDay(campaign, day, reasons));
        return reasons;
    }

    static List<String> reasonsOfRules(Campaign campaign) {
        List<String> reasons = new ArrayList<>();
        if (campaign.id().value().length() > ID_MAX) {
            reasons.add("The campaign id has more than " + ID_MAX + " characters.");
        }
        Rules rules = campaign.rules();
        amounts(rules)
                .filter(amount -> !amount.currency().equals(rules.currency()))
                .findFirst()
                .ifPresent(amount -> reasons.add(
                        "The start price is in " + rules.currency().code() + " but another amount of the rules in "
                                + amount.currency().code() + "."));
        Set<TokenRef> tokens = new HashSet<>();
        for (Lot lot : campaign.lots()) {
            if (!tokens.add(lot.token())) {
                reasons.add("Lot " + lot.number() + " sells a token that another lot sells too.");
            }
        }
        return reasons;
    }

    private static void ofDay(Campaign campaign, LocalDate day, List<String> reasons) {
        Schedule schedule = campaign.schedule();
        try {
            Times times = Calendar.times(schedule, day);
            Duration selling = Duration.between(times.live(), times.post())
                    .minus(schedule.pause().multipliedBy(schedule.lotsPerDay() - 1L));
            if (selling.compareTo(LOT_MIN.multipliedBy(schedule.lotsPerDay())) < 0) {
                reasons.add("On " + day + " the live time is too short for " + schedule.lotsPerDay()
                        + " lots and the pauses between them.");
            }
        } catch (IllegalArgumentException e) {
            reasons.add("On " + day + " the clocks change and leave no live time: " + e.getMessage() + ".");
        }
    }

    private static Stream<Money> amounts(Rules rules) {
        Stream<Money> increments = rules.increment() instanceof Increment.Absolute absolute
                ? Stream.of(absolute.step())
                : rules.increment() instanceof Increment.Percent percent
                        ? Stream.of(percent.floor())
                        : rules.increment() instanceof Increment.Tiers tiers
                                ? tiers.tiers().stream().flatMap(tier -> Stream.of(tier.from(), tier.step()))
                                : Stream.empty();
        return Stream.concat(increments, rules.reserve().stream().map(reserve -> reserve.amount()));
    }
}
