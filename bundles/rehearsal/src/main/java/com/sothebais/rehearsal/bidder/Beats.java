package com.sothebais.rehearsal.bidder;

import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.show.LotView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A habit of single deeds, each done once when its moment comes: once a lot, or once a session. */
public final class Beats implements Habit {
    /** A deed: the key of the occasion it is for and what to do there, or nothing while its moment is not there. */
    private interface Beat {
        Optional<Occasion> look(Situation situation);
    }

    /** @param key what the deed is done once for */
    private record Occasion(String key, Move move) {}

    private final List<Beat> beats = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    /** Once for each open lot, {@code seconds} of the demo show after its opening. */
    public Beats at(double seconds, BiFunction<Situation, LotView, Optional<Move>> deed) {
        return lot((situation, lot) ->
                situation.elapsed(lot).compareTo(situation.pace().seconds(seconds)) >= 0
                        ? deed.apply(situation, lot)
                        : Optional.empty());
    }

    /** Once for each open lot, as soon as the deed gives a move. */
    public Beats lot(BiFunction<Situation, LotView, Optional<Move>> deed) {
        String beat = "beat " + beats.size() + " ";
        beats.add(situation -> situation.open().flatMap(lot -> deed.apply(situation, lot)
                .map(move -> new Occasion(beat + lot.auction(), move))));
        return this;
    }

    /** Once for each closed lot, {@code seconds} of the demo show after its end and its grace. */
    public Beats afterClose(double seconds, BiFunction<Situation, LotView, Optional<Move>> deed) {
        String beat = "beat " + beats.size() + " ";
        beats.add(situation -> situation
                .closed()
                .filter(lot -> situation
                                .left(lot)
                                .negated()
                                .minus(lot.rules().grace())
                                .compareTo(situation.pace().seconds(seconds))
                        >= 0)
                .flatMap(lot -> deed.apply(situation, lot).map(move -> new Occasion(beat + lot.auction(), move))));
        return this;
    }

    /** Once in the session, as soon as it is in that phase and the deed gives a move. */
    public Beats in(SessionPhase phase, Function<Situation, Optional<Move>> deed) {
        String beat = "beat " + beats.size() + " ";
        beats.add(situation -> situation.phase() == phase
                ? deed.apply(situation).map(move -> new Occasion(beat + situation.session(), move))
                : Optional.empty());
        return this;
    }

    @Override
    public List<Move> next(Situation situation) {
        for (Beat beat : beats) {
            Optional<Occasion> occasion = beat.look(situation);
            // One deed at a time, as people do; the others find their moment a little later.
            if (occasion.isPresent() && done.add(occasion.get().key())) {
                return List.of(occasion.get().move());
            }
        }
        return List.of();
    }
}
