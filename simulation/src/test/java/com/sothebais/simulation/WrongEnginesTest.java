package com.sothebais.simulation;

import static com.sothebais.simulation.oracle.Invariant.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.simulation.oracle.Invariant;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle bites: engines that are wrong on purpose are found, and by what they do wrong. */
class WrongEnginesTest {
    private static final int SEEDS = 200;

    static Stream<Arguments> engines() {
        return Stream.of(
                wrong("accepts at equal price", WrongEngines::acceptsAtEqualPrice, VERDICT, PRICE),
                wrong("drops the lock of funds", WrongEngines::dropsTheLockOfFunds, VERDICT, MONEY, REPLAY),
                wrong("forgets the reserve", WrongEngines::forgetsTheReserve, OUTCOME),
                wrong("extends too short", WrongEngines::extendsTooShort, CLOCK),
                wrong("publishes another root", WrongEngines::publishesAnotherRoot, LEDGER),
                wrong(
                        "never fences",
                        WrongEngines::neverFences,
                        ONE_ANSWER,
                        VERDICT,
                        CLOCK,
                        PRICE,
                        LEDGER,
                        STREAM,
                        REPLAY),
                wrong(
                        "starts from an old state",
                        WrongEngines::startsFromAnOldState,
                        ONE_ANSWER,
                        REPLAY,
                        VERDICT,
                        CLOCK,
                        MONEY,
                        LEDGER),
                wrong("believes what was refused", WrongEngines::believesWhatWasRefused, ONE_ANSWER, REPLAY),
                wrong("closes late", WrongEngines::closesLate, PUNCTUAL, INVENTED, VERDICT),
                wrong("judges in order of arrival", WrongSales::judgesAsTheyArrive, TURN),
                wrong("sells to the one before", WrongSales::sellsToTheOneBefore, OUTCOME),
                wrong("never frees who was outbid", WrongSales::neverFreesTheOutbid, VERDICT, MONEY, REPLAY),
                wrong("forgets the lock of an unpaid sale", WrongSales::paysTwice, VERDICT, MONEY, REPLAY),
                wrong("moves an end back", WrongSales::movesAnEndBack, CLOCK),
                wrong("reveals a maximum", WrongSales::revealsAMaximum, SECRET),
                wrong("bids more than it must for a maximum", WrongSales::bidsTooMuch, VERDICT),
                wrong("awards to nobody", WrongSales::awardsToNobody, OUTCOME),
                wrong("a resumption gives no time back", WrongSales::resumesWithoutTime, CLOCK),
                wrong("a void raises the price", WrongSales::voidsToNobody, VERDICT),
                wrong(
                        "a snapshot forgets a bid",
                        WrongSales::aSnapshotForgetsABid,
                        REPLAY,
                        LEDGER,
                        VERDICT,
                        PRICE,
                        ONE_ANSWER,
                        OUTCOME),
                wrong("does orders twice", WrongSales::doesOrdersTwice, ONE_ANSWER),
                wrong("stumbles over a bid", WrongSales::stumblesOverABid, VERDICT),
                wrong("loses posts", WrongEngines::losesPosts, ONE_ANSWER),
                wrong("counts duplicates", WrongEngines::countsDuplicates, INVENTED));
    }

    private static Arguments wrong(String name, Supplier<Wiring> wiring, Invariant... found) {
        return Arguments.of(name, wiring, Set.of(found));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void aWrongEngineIsFound(String name, Supplier<Wiring> wiring, Set<Invariant> expected) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Run run = Simulation.play(seed, wiring.get());
            if (run.failure().isPresent()) {
                assertThat(run.failure().get().violation().invariant())
                        .as("seed %d: %s", seed, run.failure().get().violation().getMessage())
                        .isIn(expected);
                return;
            }
        }
        throw new AssertionError("nothing was found in " + SEEDS + " seeds: " + name);
    }
}
