package com.sothebais.stream.scene;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.money.Currency;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.show.ShowView.SessionView;
import com.sothebais.stream.layout.Binding;
import com.sothebais.stream.layout.Condition;
import com.sothebais.stream.scene.HostPose.Caption;
import com.sothebais.stream.scene.Program.Act;
import com.sothebais.stream.scene.Program.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the show says at an instant, by the names that layouts bind to. It says the same until something happens or a clock moves
 * on, and knows when that is, so that a frame in between costs a comparison. Immutable.
 */
final class State {
    /** Seconds before the end in which the clock is urgent. */
    static final int URGENT_SECONDS = 10;

    /** How long an extension is announced. */
    static final Duration EXTENDED_SHOWN = Duration.ofSeconds(6);

    private static final Duration SOON = Duration.ofHours(24);
    private static final int CAPTION_MAX = 260;
    private static final int SPEAKER_MAX = 24;
    private static final int NAME_MAX = 60;
    private static final int FULL = 1_000;
    private static final long MILLIS_A_SECOND = 1_000;

    private final Stage stage;
    private final Optional<Caption> caption;
    private final Instant now;
    private final Venue venue;
    private final Optional<Campaign> campaign;
    private final Optional<CampaignId> campaignId;
    private final Optional<Program> program;
    private final Optional<SessionPlan> next;
    private final long changesMillis;

    State(Stage stage, Optional<Caption> caption, Instant now, Venue venue) {
        this.stage = stage;
        this.caption = caption;
        this.now = now;
        this.venue = venue;
        ShowView show = stage.show();
        this.campaign = show.campaign();
        this.campaignId = campaign.map(Campaign::id);
        this.program = Program.at(stage, now);
        this.next = show.session()
                .filter(session -> session.phase() == SessionPhase.PLANNED)
                .map(SessionView::plan);
        this.changesMillis = changes();
    }

    /** Whether it still says what is to be said. */
    boolean holds(Stage newest, Optional<Caption> spoken, Instant instant) {
        long millis = instant.toEpochMilli();
        return newest == stage && millis >= now.toEpochMilli() && millis < changesMillis && caption.equals(spoken);
    }

    Optional<RehearsalSign> sign() {
        return stage.sign();
    }

    Optional<CampaignId> campaign() {
        return campaignId;
    }

    boolean is(Condition condition) {
        return switch (condition) {
            case CAMPAIGN_KNOWN -> campaign.isPresent();
            case SESSION_PLANNED -> next.isPresent();
            case SESSION_SOON ->
                next.filter(plan -> now.plus(SOON).isAfter(plan.times().live())).isPresent();
            case SESSION_RUNNING -> program.isPresent();
            case SESSION_PRE -> phase(SessionPhase.PRE);
            case SESSION_LIVE -> phase(SessionPhase.LIVE);
            case SESSION_POST -> phase(SessionPhase.POST);
            case LOT_UPCOMING -> act(Act.UPCOMING);
            case LOT_OPEN -> act(Act.OPEN);
            case LOT_OVER -> act(Act.RESULT);
            case LOT_PAUSED -> act(Act.OPEN) && frozen().isPresent();
            case LOT_EXTENDED -> act(Act.OPEN) && extended();
            case LOT_SOLD -> program.filter(State::sold).isPresent();
            case LOT_LED -> lot().flatMap(lot -> lot.bidding().leader()).isPresent();
            case RESERVE_SET -> lot().flatMap(lot -> lot.rules().reserve()).isPresent();
            case RESERVE_MET -> lot().filter(LotView::reserveMet).isPresent();
            case ARTWORK_KNOWN -> picture(Binding.LOT_ARTWORK).isPresent();
            case CLOCK_RUNNING -> clock().isPresent();
            case CLOCK_URGENT ->
                act(Act.OPEN)
                        && clock().filter(clock -> Words.secondsLeft(seen(), clock.until()) <= URGENT_SECONDS)
                                .isPresent();
            case LIST_WAITING -> rows().isWaiting();
            case CAPTION_SHOWN -> caption.isPresent();
            case WALLET_KNOWN -> venue.walletPage().isPresent();
        };
    }

    /** The words of a binding that can stand in a text; empty when there are none now. */
    Optional<String> text(Binding binding) {
        return switch (binding) {
            case CAMPAIGN_NAME -> campaign.map(known -> Words.clean(known.name(), NAME_MAX));
            case CAMPAIGN_PROJECT -> campaign.map(known -> Words.clean(known.project(), NAME_MAX));
            case SHOW_CURRENCY -> Optional.of(currency().code());
            case HOST_HANDLE -> Optional.of(venue.handle());
            case WALLET_PAGE -> venue.walletPage();
            case CAPTION_SPEAKER -> caption.map(line -> Words.clean(line.speaker(), SPEAKER_MAX));
            case CAPTION_TEXT -> caption.map(line -> Words.clean(line.text(), CAPTION_MAX));
            case LOT_STORY -> lot().map(lot -> Words.clean(lot.lot().story(), CAPTION_MAX));
            case LOT_COUNT ->
                campaign.map(known -> Integer.toString(known.lots().size()));
            case CLOCK_LABEL -> clock().map(this::label);
            case CLOCK_NOTICE -> notice();
            case LOT_OPENS, LOT_ENDS, CLOCK_UNTIL, SESSION_OPENS ->
                time(binding).map(until -> Words.countdown(binding == Binding.SESSION_OPENS ? now : seen(), until));
            case SESSION_TITLE, SESSION_WORD, SESSION_DAY, SESSION_LOTS -> SessionWords.of(binding, campaign, next);
            case LIST_TITLE -> Optional.of(rows().title());
            default -> program.flatMap(on -> LotWords.of(binding, on));
        };
    }

    /** The part that is left, thousandths. */
    Optional<Integer> share(Binding binding) {
        return program.filter(on -> binding == Binding.LOT_LEFT && on.act() == Act.OPEN)
                .map(on -> {
                    LotView.Times times = on.lot().times();
                    long whole = Math.max(
                            1, Duration.between(times.opens(), times.ends()).toSeconds());
                    return (int) (Math.min(whole, Words.secondsLeft(seen(), times.ends())) * FULL / whole);
                });
    }

    /** The lot on show; without a session the first of the next one, else the first of the campaign. */
    Optional<AssetId> picture(Binding binding) {
        return binding != Binding.LOT_ARTWORK
                ? Optional.empty()
                : lot().or(() -> stage.show().currentLot())
                        .map(LotView::lot)
                        .or(() -> campaign.map(known -> known.lots().get(0)))
                        .map(Lot::artwork);
    }

    /** The artwork of the lot that comes after the one on show. */
    Optional<AssetId> nextPicture() {
        return stage.show()
                .session()
                .map(session -> stage.show().lotsOf(session.plan()))
                .flatMap(lots -> lots.stream()
                        .filter(lot -> lot.times().status() == LotView.Status.PLANNED)
                        .filter(lot -> program.filter(on -> on.lot().auction().equals(lot.auction()))
                                .isEmpty())
                        .findFirst())
                .map(lot -> lot.lot().artwork());
    }

    /** The rows of a list. */
    List<Rows.Row> list(Binding binding) {
        return switch (binding) {
            case LIST_BIDS -> Rows.bids(stage.show(), program);
            case LIST_LOTS -> Rows.lots(stage.show(), program);
            default -> rows().rows();
        };
    }

    private Rows rows() {
        return Rows.now(stage.show(), program);
    }

    private Optional<Instant> time(Binding binding) {
        return switch (binding) {
            case LOT_OPENS -> lot().map(lot -> lot.times().opens());
            case LOT_ENDS -> lot().map(lot -> lot.times().ends());
            case CLOCK_UNTIL -> clock().map(Clock::until);
            default -> next.map(plan -> plan.times().live());
        };
    }

    private Optional<LotView> lot() {
        return program.map(Program::lot);
    }

    private Optional<Clock> clock() {
        return program.flatMap(Program::clock);
    }

    private boolean phase(SessionPhase phase) {
        return program.filter(on -> on.session().phase() == phase).isPresent();
    }

    private boolean act(Act act) {
        return program.filter(on -> on.act() == act).isPresent();
    }

    static boolean sold(Program on) {
        return on.lot().result().outcome().filter(Sold.class::isInstance).isPresent();
    }

    private Currency currency() {
        return lot().map(lot -> lot.rules().currency())
                .or(() -> campaign.map(known -> known.rules().currency()))
                .orElse(Currency.ETH);
    }

    private String label(Clock clock) {
        boolean running = Words.secondsLeft(seen(), clock.until()) > 0;
        return running ? clock.label() : act(Act.OPEN) ? "CLOSING" : "ANY MOMENT";
    }

    private Optional<String> notice() {
        return is(Condition.LOT_PAUSED)
                ? Optional.of("PAUSED")
                : is(Condition.LOT_EXTENDED) ? Optional.of("EXTENDED") : Optional.empty();
    }

    private Optional<Instant> frozen() {
        return lot().flatMap(lot -> lot.times().pausedSince());
    }

    /** The instant that the clocks of the lot show. */
    private Instant seen() {
        return frozen().orElse(now);
    }

    private boolean extended() {
        return stage.extended()
                .filter(mark -> lot().filter(lot -> lot.auction().equals(mark.auction()))
                        .isPresent())
                .filter(mark -> now.isBefore(mark.at().plus(EXTENDED_SHOWN)))
                .isPresent();
    }

    /** The first instant at which it may say something else by time alone. */
    private long changes() {
        long first = Long.MAX_VALUE;
        for (Binding binding : List.of(Binding.LOT_OPENS, Binding.LOT_ENDS, Binding.CLOCK_UNTIL)) {
            if (frozen().isEmpty()) {
                first = Math.min(first, time(binding).map(this::nextSecond).orElse(Long.MAX_VALUE));
            }
        }
        first = Math.min(
                first, time(Binding.SESSION_OPENS).map(this::nextSecond).orElse(Long.MAX_VALUE));
        first = Math.min(first, after(stage.closed().map(mark -> mark.at().plus(Program.RESULT_SHOWN))));
        first = Math.min(first, after(stage.extended().map(mark -> mark.at().plus(EXTENDED_SHOWN))));
        // Soon begins when that long before the opening has passed, not when it is reached.
        return Math.min(
                first, after(next.map(plan -> plan.times().live().minus(SOON).plusMillis(1))));
    }

    private long nextSecond(Instant until) {
        long seconds = Words.secondsLeft(now, until);
        return seconds == 0 ? Long.MAX_VALUE : until.toEpochMilli() - (seconds - 1) * MILLIS_A_SECOND;
    }

    private long after(Optional<Instant> instant) {
        return instant.filter(now::isBefore).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }
}
