package com.sothebais.stream.scene;

import static com.sothebais.stream.scene.Palette.bold;
import static com.sothebais.stream.scene.Palette.center;
import static com.sothebais.stream.scene.Palette.regular;
import static com.sothebais.stream.scene.Palette.right;

import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.money.Currency;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.scene.Program.Act;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Composes the scene of an instant from the state of the show and the host. Pure: equal arguments give equal scenes, and what
 * does not change keeps its element, so that little has to be drawn. Thread-safe.
 */
public final class SceneComposer {
    private static final int TICKER_PIXELS_A_FRAME = 2;
    private static final int TICKER_WRAP = 1 << 24;

    private final Size size;
    private final String handle;

    /** @param handle the host's account as bidders address it, without the leading {@code @} */
    public SceneComposer(Size size, String handle) {
        this.size = Objects.requireNonNull(size, "size");
        this.handle = Objects.requireNonNull(handle, "handle");
    }

    /** @param frame index of the video frame; moves the ticker */
    public Scene compose(Stage stage, HostPose host, Instant now, long frame) {
        Board board = new Board(size);
        board.gradient("background", new Area(0, 0, Board.WIDTH, Board.HEIGHT), Palette.NIGHT, Palette.DUSK);
        Optional<Program> program = Program.at(stage, now);
        header(board, stage.show(), program);
        Optional<Picture> artwork = program.map(on -> new Picture(on.lot().lot().artwork(), 10, 0))
                .or(() -> NextShow.picture(stage.show()));
        artwork(board, artwork);
        program.ifPresentOrElse(
                on -> {
                    LotQuadrant.put(board, on, stage, now);
                    ListQuadrant.put(board, on, stage, handle);
                },
                () -> NextShow.put(board, stage.show(), now));
        HostQuadrant.put(board, host, program.map(on -> on.lot().lot().story()).orElse(""));
        ticker(board, stage.show(), program, frame);
        return board.scene();
    }

    private static void header(Board board, ShowView show, Optional<Program> program) {
        board.text("brand", new Area(36, 14, 220, 46), "SothebAIs", bold(33, Palette.GOLD));
        show.campaign()
                .ifPresent(campaign -> board.text(
                        "campaign",
                        new Area(500, 18, 560, 40),
                        Words.clean(campaign.name(), 60),
                        right(regular(23, Palette.MIST))));
        program.ifPresent(on -> {
            Area area = new Area(1084, 18, 164, 40);
            int color = badgeColor(on);
            board.panel("badge.card", area, color, Palette.CLEAR, 20);
            board.text("badge", area, badge(on), center(bold(22, Palette.NIGHT)));
        });
    }

    private static String badge(Program program) {
        boolean sold =
                program.lot().result().outcome().filter(Sold.class::isInstance).isPresent();
        if (program.session().phase() == SessionPhase.LIVE && program.act() == Act.RESULT) {
            return sold ? "SOLD" : "CLOSED";
        }
        return program.session().phase().name();
    }

    private static int badgeColor(Program program) {
        return switch (badge(program)) {
            case "LIVE" -> Palette.RED;
            case "SOLD" -> Palette.GREEN;
            case "PRE" -> Palette.AMBER;
            default -> Palette.MIST;
        };
    }

    private static void artwork(Board board, Optional<Picture> artwork) {
        board.panel("artwork.card", new Area(32, 72, 600, 362), Palette.CARD, Palette.GOLD_EDGE, 14);
        Area inside = new Area(44, 82, 576, 342);
        artwork.ifPresentOrElse(
                picture -> board.picture("artwork", inside, picture),
                () -> board.text("artwork.none", inside, "SothebAIs", center(bold(72, Palette.GOLD_EDGE))));
    }

    private void ticker(Board board, ShowView show, Optional<Program> program, long frame) {
        board.panel("ticker.card", new Area(0, 674, Board.WIDTH, 46), Palette.CARD, Palette.CLEAR, 0);
        // The example never follows the price: a text that changes its width would make the ticker jump.
        String currency = program.map(on -> on.lot().rules().currency())
                .or(() -> show.campaign().map(campaign -> campaign.rules().currency()))
                .orElse(Currency.ETH)
                .code();
        StringBuilder text = new StringBuilder();
        show.campaign().ifPresent(campaign -> text.append(Words.clean(campaign.name(), 60))
                .append("     ◆     "));
        text.append("How to bid: post \"@")
                .append(handle)
                .append(" bid 2.5 ")
                .append(currency)
                .append("\"     ◆     Bids are binding and paid from your escrow deposit     ◆     ")
                .append("The price you see is the price in the public ledger     ◆     ");
        int offset = (int) (frame * TICKER_PIXELS_A_FRAME % TICKER_WRAP);
        board.ticker(
                "ticker",
                new Area(0, 680, Board.WIDTH, 36),
                new Ticker(text.toString(), regular(23, Palette.IVORY), offset));
    }
}
