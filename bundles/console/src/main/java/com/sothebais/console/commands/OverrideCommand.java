package com.sothebais.console.commands;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.event.Decree;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.PostId;
import com.sothebais.console.board.Board;
import com.sothebais.console.board.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:override preview|apply AUCTION KIND [VALUE]}: first the effect, then the deed with its reason. */
@Service
@Command(
        scope = "sothebais",
        name = "override",
        description =
                "Pauses, resumes, extends, cancels or closes a lot, voids a bid, changes reserve or viewers' delay")
public final class OverrideCommand implements Action {
    private static final String KINDS =
            "pause, resume, extend PT5M, cancel, close, void NETWORK/ID, reserve 2.5 (or none), delay PT2S";
    private static final int EFFECT_MAX = 300;

    @Argument(index = 0, name = "what", description = "preview or apply", required = true)
    private String what = "";

    @Argument(index = 1, name = "auction", description = "The lot, see sothebais:lots", required = true)
    private String auction = "";

    @Argument(index = 2, name = "kind", description = "One of " + KINDS, required = true)
    private String kind = "";

    @Argument(index = 3, name = "value", description = "What the kind needs")
    private String value = "";

    @Option(name = "--hidden", description = "Whether a new reserve is hidden")
    private boolean hidden;

    @Option(
            name = "--basis",
            description = "Of the preview that was seen; apply is refused when the lot has changed since")
    private String basis = "";

    @Option(name = "--reason", description = "Why, for apply; kept in the log for ever")
    private String reason = "";

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board, new Wish(what, auction, new Kind(kind, value, hidden), basis, reason), System.out);
        return null;
    }

    /** What kind of override was typed. */
    record Kind(String name, String value, boolean hidden) {}

    /** What was typed. */
    record Wish(String what, String auction, Kind kind, String basis, String reason) {}

    static void run(Board board, Wish wish, PrintStream out) {
        if (board.auctions().isEmpty()) {
            out.println("No auctioneer is running; see sothebais:status.");
            return;
        }
        try {
            AuctionId auction = new AuctionId(wish.auction());
            LotOverride override = override(board, auction, wish.kind());
            switch (wish.what()) {
                case "preview" -> preview(board.auctions().get().preview(auction, override), out);
                case "apply" -> apply(board.auctions().get(), auction, override, wish, out);
                default -> out.println("Expected preview or apply, got '" + wish.what() + "'.");
            }
        } catch (OverrideException | IllegalArgumentException e) {
            out.println("Refused: " + e.getMessage());
        } catch (DateTimeParseException e) {
            out.println("Expected a duration such as PT5M, got '" + wish.kind().value() + "'.");
        }
    }

    private static void preview(OverridePreview preview, PrintStream out) {
        preview.effects().forEach(effect -> out.println(Words.line(effect, EFFECT_MAX)));
        out.println(
                "Nothing was changed. To do it: the same with apply --basis " + preview.basis() + " --reason \"...\"");
    }

    private static void apply(Auctions auctions, AuctionId auction, LotOverride override, Wish wish, PrintStream out) {
        if (wish.basis().isBlank()) {
            out.println("Ask for the preview first and give its basis: --basis ...");
            return;
        }
        if (wish.reason().isBlank() || wish.reason().length() > Decree.REASON_MAX) {
            out.println("Say why, in at most " + Decree.REASON_MAX + " characters: --reason \"...\"");
            return;
        }
        OverridePreview made =
                auctions.override(auction, override, Optional.of(wish.basis()), new Decree("shell", wish.reason()));
        made.effects().forEach(effect -> out.println(Words.line(effect, EFFECT_MAX)));
        out.println("Done, and in the log.");
    }

    private static LotOverride override(Board board, AuctionId auction, Kind kind) {
        return switch (kind.name()) {
            case "pause" -> new LotOverride.Pause();
            case "resume" -> new LotOverride.Resume();
            case "extend" -> new LotOverride.Extend(Duration.parse(kind.value()));
            case "cancel" -> new LotOverride.Cancel();
            case "close" -> new LotOverride.ForceClose();
            case "void" -> new LotOverride.VoidBid(post(kind.value()));
            case "reserve" -> new LotOverride.ChangeReserve(reserve(board, auction, kind));
            case "delay" -> new LotOverride.ChangeViewerDelay(Duration.parse(kind.value()));
            default -> throw new IllegalArgumentException("expected one of " + KINDS + ", got '" + kind.name() + "'.");
        };
    }

    private static PostId post(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("expected the bid's post as network/id, got '" + text + "'.");
        }
        return new PostId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** In the currency of the lot. */
    private static Optional<Reserve> reserve(Board board, AuctionId auction, Kind kind) {
        if (kind.value().equals("none")) {
            return Optional.empty();
        }
        return Optional.of(board.show()
                .flatMap(show -> show.lot(auction))
                .map(lot -> new Reserve(Money.of(kind.value(), lot.rules().currency()), kind.hidden()))
                .orElseThrow(() -> new IllegalArgumentException("there is no such lot; see sothebais:lots.")));
    }
}
