package com.sothebais.stream.scene;

import static com.sothebais.stream.scene.Palette.bold;
import static com.sothebais.stream.scene.Palette.center;
import static com.sothebais.stream.scene.Palette.figures;
import static com.sothebais.stream.scene.Palette.lines;
import static com.sothebais.stream.scene.Palette.regular;

import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.show.ShowView.SessionView;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Picture;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What is on while no session runs: when the next show is, or a word of thanks. */
final class NextShow {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm zzz", Locale.ENGLISH);
    private static final Duration COUNTED_DOWN = Duration.ofHours(24);
    private static final int LEFT = 680;
    private static final int WIDTH = 540;

    private NextShow() {}

    static void put(Board board, ShowView show, Instant now) {
        Optional<SessionPlan> next = show.session()
                .filter(session -> session.phase() == SessionPhase.PLANNED)
                .map(SessionView::plan);
        board.panel("lot.card", new Area(648, 72, 600, 590), Palette.CARD, Palette.CARD_EDGE, 14);
        board.text("next.title", new Area(LEFT, 110, WIDTH, 40), title(show, next), bold(30, Palette.GOLD));
        String name = show.campaign()
                .map(campaign -> Words.clean(campaign.name(), 60))
                .orElse("SothebAIs");
        board.text("next.campaign", new Area(LEFT, 156, WIDTH, 110), name, lines(bold(46, Palette.IVORY), 2));
        show.campaign()
                .ifPresent(campaign -> board.text(
                        "next.project",
                        new Area(LEFT, 270, WIDTH, 34),
                        Words.clean(campaign.project(), 60),
                        regular(25, Palette.MIST)));
        board.panel("next.line", new Area(LEFT, 322, WIDTH, 2), Palette.GOLD_EDGE, Palette.CLEAR, 0);
        next.ifPresentOrElse(
                plan -> opening(board, plan, now),
                () -> board.text(
                        "next.word",
                        new Area(LEFT, 340, WIDTH, 110),
                        word(show),
                        lines(regular(30, Palette.IVORY), 3)));
        board.text(
                "next.hint",
                new Area(LEFT, 570, WIDTH, 70),
                "Live auctions of digital art: bid with a post, follow it here.",
                lines(regular(22, Palette.MIST), 2));
    }

    /** The picture beside it: the first lot of the next show, else the first of the campaign. */
    static Optional<Picture> picture(ShowView show) {
        return show.currentLot()
                .map(view -> view.lot())
                .or(() -> show.campaign().map(campaign -> campaign.lots().get(0)))
                .map(Lot::artwork)
                .map(artwork -> new Picture(artwork, 10, 0));
    }

    private static String title(ShowView show, Optional<SessionPlan> next) {
        return next.isPresent() ? "NEXT SHOW" : show.campaign().isPresent() ? "THANK YOU FOR WATCHING" : "WELCOME";
    }

    private static String word(ShowView show) {
        return show.campaign().isPresent()
                ? "This campaign is complete. The next show will be announced here."
                : "The next show will be announced here.";
    }

    private static void opening(Board board, SessionPlan plan, Instant now) {
        Instant opens = plan.times().live();
        board.text(
                "next.day",
                new Area(LEFT, 338, WIDTH, 40),
                DAY.format(opens.atZone(plan.zone())),
                bold(28, Palette.IVORY));
        board.text(
                "next.lots",
                new Area(LEFT, 380, WIDTH, 34),
                plan.lots().size() + (plan.lots().size() == 1 ? " lot" : " lots"),
                regular(25, Palette.MIST));
        if (now.plus(COUNTED_DOWN).isAfter(opens)) {
            board.text("clock.label", new Area(LEFT, 430, WIDTH, 30), "OPENS IN", center(bold(20, Palette.MIST)));
            board.text(
                    "clock",
                    new Area(LEFT, 460, WIDTH, 96),
                    Words.countdown(now, opens),
                    center(figures(80, Palette.IVORY)));
        }
    }
}
