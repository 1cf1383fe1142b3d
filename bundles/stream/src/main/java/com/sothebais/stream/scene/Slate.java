package com.sothebais.stream.scene;

import com.sothebais.api.show.LotView;
import com.sothebais.stream.scene.Program.Act;
import java.time.Instant;
import java.util.Optional;

/**
 * The words of the picture that the platform draws by itself when no renderer can.
 *
 * @param clock countdown with its label, empty when nothing is counted
 * @param sign of a rehearsal
 */
public record Slate(String title, String lot, String price, String leader, String clock, Optional<RehearsalSign> sign) {

    /** What the slate says at an instant. */
    public static Slate of(Stage stage, Instant now) {
        String title = stage.show()
                .campaign()
                .map(campaign -> Words.clean(campaign.name(), 40))
                .orElse("SothebAIs");
        return Program.at(stage, now)
                .map(on -> new Slate(
                        title,
                        "Lot " + on.lot().lot().number() + "   "
                                + Words.clean(on.lot().lot().title(), 40),
                        on.lot().bidding().price().toString(),
                        leader(on),
                        on.clock()
                                .map(clock -> clock.label() + "  " + Words.countdown(now, clock.until()))
                                .orElse(""),
                        stage.sign()))
                .orElse(new Slate(title, "The next show will be announced here.", "", "", "", stage.sign()));
    }

    private static String leader(Program program) {
        LotView lot = program.lot();
        String word = program.act() == Act.RESULT ? "last bid by " : "led by ";
        return lot.bidding()
                .leader()
                .map(bidder -> word + Words.handle(bidder.account()))
                .orElse("no bids yet");
    }
}
