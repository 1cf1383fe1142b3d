package com.sothebais.simulation;

import com.sothebais.auction.engine.Settings;
import com.sothebais.simulation.Action.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that a seed means, before anything happens. */
public record Scenario(long seed, Instant start, Cast cast, Settings settings, List<Action> actions) {
    /** Around both changes of the clocks in New York, and one plain day. */
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-07T23:30:00Z"),
            Instant.parse("2026-10-31T22:00:00Z"),
            Instant.parse("2026-06-15T15:00:00Z"));

    private static final int ACTIONS_MIN = 40;
    private static final int ACTIONS_MAX = 220;

    static Scenario of(long seed) {
        Dice dice = new Dice(seed);
        Instant start = dice.one(STARTS);
        Cast cast = Cast.of(dice);
        Settings settings = new Settings(
                dice.percent(10) ? 3 : 1_000,
                dice.one(List.of(1, 3, 500)),
                dice.percent(20) ? 3 : 30,
                dice.percent(20) ? 4 : 60,
                Duration.ofSeconds(10),
                dice.one(List.of(1, 5, 20, 50_000)));
        return new Scenario(seed, start, cast, settings, actions(dice));
    }

    /** Whether batches are recorded while the next one is decided, as a running auctioneer does. */
    boolean isPipelined() {
        return new Dice(seed ^ 2).percent(80);
    }

    /** The same run without some of its actions. */
    Scenario with(List<Action> fewer) {
        return new Scenario(seed, start, cast, settings, List.copyOf(fewer));
    }

    /** Every seed has habits of its own: some kinds never happen, some often. */
    private static List<Action> actions(Dice dice) {
        Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            int habit = kind == Kind.BID ? 2 : dice.one(List.of(0, 1, 1, 3));
            weights.put(kind, kind.weight() * habit);
        }
        int total = weights.values().stream().mapToInt(Integer::intValue).sum();
        List<Action> actions = new ArrayList<>();
        long count = dice.between(ACTIONS_MIN, ACTIONS_MAX);
        for (int i = 0; i < count; i++) {
            int left = dice.below(total);
            for (Map.Entry<Kind, Integer> entry : weights.entrySet()) {
                left -= entry.getValue();
                if (left < 0) {
                    actions.add(new Action(entry.getKey(), dice.next()));
                    break;
                }
            }
        }
        return List.copyOf(actions);
    }
}
