package com.sothebais.anomaly.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Anomalies.Hint;
import com.sothebais.api.auction.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Crowds of people who bid up to what a lot is worth to them: eager ones and careful ones, some who come late, some who are refused
 * because others were quicker, some rich ones who win most. Whoever they are, no hint may come of it but by chance: new people who bid
 * near the top and lose look like a ring in about one crowd of 250.
 */
class HonestCrowdTest {
    private static final int LOTS = 12;
    private static final int TURNS = 300;
    private static final int CROWDS = 500;
    private static final int PEOPLE_LEAST = 2;
    private static final int PEOPLE_MOST = 60;

    private record Person(String name, int purse, int eagerness, boolean late) {}

    @Test
    void hardlyEverCausesAHint() {
        List<Hint> hints = IntStream.range(0, CROWDS)
                .mapToObj(seed -> hints(seed, PEOPLE_LEAST + seed % (PEOPLE_MOST - PEOPLE_LEAST + 1)))
                .flatMap(List::stream)
                .toList();

        assertThat(hints).hasSizeLessThanOrEqualTo(CROWDS / 100);
    }

    private static List<Hint> hints(long seed, int people) {
        Random random = new Random(seed);
        Show show = new Show();
        List<Person> crowd = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int purse = 20 + random.nextInt(random.nextInt(4) == 0 ? 300 : 60);
            crowd.add(new Person("p" + i, purse, 5 + random.nextInt(60), random.nextInt(5) == 0));
            if (random.nextInt(3) > 0) {
                show.join("p" + i).deposit("d" + i, "p" + i);
            }
        }
        for (int lot = 0; lot < LOTS; lot++) {
            auction(show, "lot-" + lot, crowd, random);
        }
        return show.hints();
    }

    private static void auction(Show show, String lot, List<Person> crowd, Random random) {
        show.open(lot);
        int[] worth = crowd.stream()
                .mapToInt(person -> person.purse() / 2 + random.nextInt(person.purse()))
                .toArray();
        int price = 0;
        int leader = -1;
        for (int turn = 0; turn < TURNS; turn++) {
            int who = random.nextInt(crowd.size());
            Person person = crowd.get(who);
            boolean there = !person.late() || turn > TURNS * 3 / 4;
            if (who == leader || !there || random.nextInt(100) >= person.eagerness()) {
                continue;
            }
            if (price + 1 > worth[who]) {
                if (random.nextInt(20) == 0) {
                    show.refuse(lot, person.name(), random.nextBoolean() ? Reason.TOO_LOW : Reason.NEEDS_FUNDS);
                }
                continue;
            }
            price += 1 + random.nextInt(Math.max(1, Math.min(5, worth[who] - price)));
            show.bid(lot, person.name(), price);
            leader = who;
            show.pass(Duration.ofMillis(random.nextInt(3_000)));
        }
        show.close(lot);
    }
}
