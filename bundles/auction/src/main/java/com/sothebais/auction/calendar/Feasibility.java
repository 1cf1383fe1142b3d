package com.sothebais.auction.calendar;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.Times;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds every reason why a campaign cannot be planned, one sentence each. */
final class Feasibility {

    /** Nothing shorter can be sold. */
    static final Duration LOT_MIN = Duration.ofSeconds(1);

    /** Longest campaign; keeps a typing error in a year from planning for ever. */
    static final int DAYS_MAX = 1_000;

    /** Leaves room in the 80 characters of an id for the date, or the lot number and that it is put up again. */
    private static final int ID_MAX = 59;

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
        days.forEach(day -> trouble(schedule, day, schedule.lotsPerDay()).ifPresent(reasons::add));
        return reasons;
    }

    static List<String> reasonsOfRules(Campaign campaign) {
        List<String> reasons = new ArrayList<>();
        if (campaign.id().value().length() > ID_MAX) {
            reasons.add("The campaign id has more than " + ID_MAX + " characters.");
        }
        if (campaign.id().isRehearsal()) {
            reasons.add("Ids that begin with '" + RehearsalMark.PREFIX + "' are kept for rehearsals; choose another.");
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

    /** Why the plan is none of a rehearsal: everything in it must carry the mark of its campaign. */
    static List<String> reasonsOfRehearsal(Campaign campaign, SessionPlan session) {
        List<String> reasons = new ArrayList<>();
        String id = campaign.id().value();
        if (RehearsalMark.networkOf(id).isEmpty()) {
            reasons.add("A rehearsal needs an id that begins with '" + RehearsalMark.PREFIX + "', got '" + id + "'.");
        }
        if (!session.campaign().equals(campaign.id())
                || !session.id().equals(SessionId.compressed(campaign.id()))
                || !session.lots().stream()
                        .allMatch(lot -> lot.auction().value().startsWith(id + "-"))) {
            reasons.add("The session and the lots of a rehearsal need ids that begin with '" + id + "-'.");
        }
        if (!campaign.policy().equals(Campaign.Policy.RETURN)) {
            reasons.add("A rehearsal leaves nothing for later, so its lots are returned when they are not sold.");
        }
        return reasons;
    }

    /** Why so many lots cannot be sold on the day, if they cannot. */
    static Optional<String> trouble(Schedule schedule, LocalDate day, int lots) {
        try {
            Times times = Calendar.times(schedule, day);
            Duration selling = Duration.between(times.live(), times.post())
                    .minus(schedule.pause().multipliedBy(lots - 1L));
            // Open at once, only the lot that ends first has the pauses taken from its time.
            int sharing = schedule.sale().course() == Course.CONCURRENT ? 1 : lots;
            return selling.compareTo(LOT_MIN.multipliedBy(sharing)) < 0
                    ? Optional.of("On " + day + " the live time is too short for " + lots
                            + " lots and the pauses between them.")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("On " + day + " the clocks change and leave no live time: " + e.getMessage() + ".");
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
