package com.sothebais.rehearsal.bidder;

import com.sothebais.api.show.BidView;
import com.sothebais.api.show.LotView;
import com.sothebais.api.social.PostId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Another habit whose network stutters: its first bids that led are delivered several times. */
public final class Echo implements Habit {
    private static final int TIMES = 3;
    private static final int POSTS_A_LOT = 2;

    private final Habit habit;
    private final Set<PostId> echoed = new HashSet<>();

    public Echo(Habit habit) {
        this.habit = habit;
    }

    @Override
    public List<Move> next(Situation situation) {
        List<Move> moves = new ArrayList<>(habit.next(situation));
        Optional<LotView> open = situation.open();
        if (open.isPresent()) {
            List<PostId> led = situation.mine(open.get()).stream()
                    .filter(bid -> bid.refusal().isEmpty())
                    .map(BidView::post)
                    .map(post -> post.id())
                    .toList();
            led.stream()
                    .skip(Math.max(0, led.size() - POSTS_A_LOT))
                    .filter(echoed::add)
                    .forEach(post -> {
                        for (int i = 0; i < TIMES; i++) {
                            moves.add(new Move.Redeliver(post));
                        }
                    });
        }
        return moves;
    }
}
