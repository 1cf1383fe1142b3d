package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.rehearsal.Rehearsals.Progress;
import com.sothebais.api.rehearsal.Rehearsals.Stage;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.Curtain.Lowered;
import com.sothebais.api.stream.Studio.Recording;
import com.sothebais.rehearsal.bidder.Pace;
import com.sothebais.rehearsal.internal.Production.Ready;
import com.sothebais.rehearsal.report.Baseline;
import com.sothebais.rehearsal.report.ShowDirectory;
import com.sothebais.rehearsal.report.ShowReport;
import com.sothebais.rehearsal.shadow.Shadow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One show from its preparation to its report. Runs on one thread, which is interrupted to stop it. */
final class Show implements Runnable {
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Duration PLUGIN_LOOK = Duration.ofMillis(200);
    private static final Duration LEAD = Duration.ofSeconds(1);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration END_SLACK = Duration.ofSeconds(30);
    private static final Duration SETTLE_WAIT = Duration.ofSeconds(60);
    private static final Duration BREAK_WAIT = Duration.ofSeconds(5);
    private static final Duration BALANCE_WAIT = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(Show.class);

    private final Platform platform;
    private final Production production;
    private final ShowState state;
    private final ShowDirectory directory;
    private final InstantSource clock;
    private final Consumer<Progress> progress;
    private Stage stage = Stage.PREPARING;
    private String sentence = "";
    private boolean statusFails;
    private volatile Optional<String> stopped = Optional.empty();
    private Optional<Path> report = Optional.empty();

    Show(
            Platform platform,
            Production production,
            ShowState state,
            ShowDirectory directory,
            InstantSource clock,
            Consumer<Progress> progress) {
        this.platform = platform;
        this.production = production;
        this.state = state;
        this.directory = directory;
        this.clock = clock;
        this.progress = progress;
    }

    /** What has to be tidied up and told, however the show ends. */
    private static final class Props {
        private Optional<Lowered> curtain = Optional.empty();
        private Optional<Recording> recording = Optional.empty();
        private Optional<SessionPlan> plan = Optional.empty();
        private Optional<Baseline> baseline = Optional.empty();
    }

    @Override
    public void run() {
        Instant started = clock.instant();
        Props props = new Props();
        try {
            directory.clear();
            tell(Stage.PREPARING, "waiting for all parts of the platform");
            awaitPlatform();
            Ready ready = production.prepare(started, text -> tell(Stage.PREPARING, text));
            open(ready, props);
            play(ready, props.plan.orElseThrow());
            awaitSettlement(props.plan.orElseThrow());
            awaitBalance();
            List<AuctionId> missing = finish(props, started);
            if (!missing.isEmpty()) {
                throw new ShowException("the auction has no ledger for " + missing);
            }
            String end = Sentence.results(state.view(), props.plan.orElseThrow());
            LOG.info("{} finished: {}", production.name(), end);
            tell(Stage.FINISHED, end + "; the report is in " + directory.report());
        } catch (InterruptedException e) {
            stopped(props, started);
        } catch (Aborted e) {
            LOG.warn("{} is aborted: {}", production.name(), e.getMessage());
            breakOff(props, started, e.getMessage());
            end(Stage.ABORTED, e.getMessage());
        } catch (Exception e) {
            // What a part says when its caller is interrupted is no failure of the part.
            if (Thread.interrupted()) {
                stopped(props, started);
                return;
            }
            LOG.error("{} failed: {}", production.name(), reason(e));
            LOG.debug("{} failed", production.name(), e);
            breakOff(props, started, reason(e));
            end(Stage.FAILED, reason(e));
        } finally {
            props.curtain.ifPresent(Lowered::close);
        }
    }

    private void stopped(Props props, Instant started) {
        String why = stopped.orElse("the show was stopped before its end; the auction goes on by itself");
        breakOff(props, started, why);
        end(stopped.isPresent() ? Stage.ABORTED : Stage.FAILED, why);
    }

    /** Why the thread is about to be interrupted. */
    void stopping(String why) {
        stopped = Optional.of(why);
    }

    private void awaitPlatform() throws InterruptedException {
        long deadline = System.nanoTime() + START_WAIT.toNanos();
        while (platform.plugins().networks().get().isEmpty()
                || platform.plugins().chains().get().isEmpty()) {
            if (System.nanoTime() > deadline) {
                platform.plugins().network();
                platform.plugins().chain();
            }
            Thread.sleep(PLUGIN_LOOK.toMillis());
        }
        if (!state.awaitCaughtUp(START_WAIT)) {
            throw new ShowException("the log was not read within " + START_WAIT.toSeconds()
                    + " seconds; check the health of the event dispatcher");
        }
    }

    /** The recording comes first: a full disk must stop the show before anybody can bid. */
    private void open(Ready ready, Props props) {
        props.baseline = Optional.of(new Baseline(
                platform.saleroom().auctions().tally(),
                platform.air().studio().health(),
                platform.air().host().activity()));
        props.curtain = production.curtain();
        production.check(state.view(), clock.instant());
        props.recording = Optional.of(platform.air().studio().record(directory.recording()));
        tell(Stage.PLAYING, "the doors open");
        SessionPlan plan = production.publish(ready, clock.instant().plus(LEAD));
        props.plan = Optional.of(plan);
        LOG.info(
                "{} {} plays {} lots",
                production.name(),
                ready.campaign().id(),
                plan.lots().size());
    }

    private void play(Ready ready, SessionPlan plan) throws InterruptedException {
        PlannedLot first = plan.lots().get(0);
        Pace pace = Pace.of(
                Duration.between(first.opens(), first.ends()), first.rules().extension());
        Troupe troupe = new Troupe(ready.cast(), platform.plugins().networks(), plan.id(), pace);
        Instant deadline = new Shadow(ready.campaign(), plan).latestEnd().plus(END_SLACK);
        ShowView view = state.view();
        while (phase(view, plan) != SessionPhase.ENDED) {
            Instant now = clock.instant();
            if (now.isAfter(deadline)) {
                throw new ShowException("the session did not end by " + deadline
                        + " although its time was over; check the health of the auction");
            }
            production.check(view, now);
            tell(Stage.PLAYING, Sentence.of(view, plan, now));
            troupe.act(view, now);
            state.awaitChange(view.position(), TICK);
            view = state.view();
        }
    }

    private static SessionPhase phase(ShowView view, SessionPlan plan) {
        return view.sessions().stream()
                .filter(session -> session.plan().id().equals(plan.id()))
                .map(ShowView.SessionView::phase)
                .findFirst()
                .orElse(SessionPhase.PLANNED);
    }

    private void awaitSettlement(SessionPlan plan) throws InterruptedException {
        tell(Stage.PLAYING, "waiting for the settlements");
        if (!state.await(view -> view.lotsOf(plan).stream().allMatch(Show::isSettled), SETTLE_WAIT)) {
            throw new ShowException("a sold lot was not settled within " + SETTLE_WAIT.toSeconds()
                    + " seconds; check the health of the chain and of the settlement");
        }
        for (LotView lot : state.view().lotsOf(plan)) {
            lot.result().trouble().ifPresent(trouble -> {
                throw new ShowException("the settlement of lot " + lot.lot().number() + " was refused: " + trouble);
            });
        }
    }

    private static boolean isSettled(LotView lot) {
        boolean sold =
                lot.result().outcome().filter(Outcome.Sold.class::isInstance).isPresent();
        return !sold
                || lot.result().settlement().isPresent()
                || lot.result().trouble().isPresent();
    }

    /** The books follow the chain block by block; the report wants the comparison after the last settlement. */
    private void awaitBalance() throws InterruptedException {
        long deadline = System.nanoTime() + BALANCE_WAIT.toNanos();
        while (!Results.isBalanced(platform) && System.nanoTime() < deadline) {
            Thread.sleep(TICK.toMillis());
        }
    }

    private List<AuctionId> finish(Props props, Instant started) throws IOException {
        SessionPlan plan = props.plan.orElseThrow();
        Results results = new Results(platform, production.seed());
        // The recording is still among the outputs while it runs.
        ShowReport figures = results.report(
                state.view(), plan, props.baseline.orElseThrow(), new Results.Period(started, clock.instant()));
        props.recording.ifPresent(Recording::close);
        List<AuctionId> missing = results.write(figures, production.notes(state.view(), plan, figures), directory);
        report = Optional.of(directory.report());
        return missing;
    }

    /** Saves what there is; whatever cannot be saved any more must not hide why the show ended. */
    private void breakOff(Props props, Instant started, String why) {
        try {
            if (props.plan.isPresent()) {
                SessionPlan plan = props.plan.get();
                if (production.breakOff(plan, why)) {
                    state.await(view -> phase(view, plan) == SessionPhase.ENDED, BREAK_WAIT);
                }
                finish(props, started);
            }
        } catch (InterruptedException e) {
            LOG.warn("the report of a broken show could not be completed: it was interrupted");
        } catch (IOException | RuntimeException e) {
            LOG.warn("the report of a broken show could not be completed: {}", e.toString());
        } finally {
            props.recording.ifPresent(Show::close);
        }
    }

    private static void close(Recording recording) {
        try {
            recording.close();
        } catch (RuntimeException e) {
            LOG.warn("the recording {} could not be closed: {}", recording.file(), e.toString());
        }
    }

    private void tell(Stage now, String text) {
        if (stage == now && sentence.equals(text)) {
            return;
        }
        stage = now;
        sentence = text;
        status(now.name(), text);
        Optional<Path> written = now == Stage.FINISHED ? Optional.of(directory.report()) : Optional.empty();
        progress.accept(new Progress(now, text, written));
    }

    private void end(Stage last, String text) {
        boolean interrupted = last == Stage.FAILED && text.startsWith("the show was stopped");
        status(interrupted ? ShowDirectory.INTERRUPTED : last.name(), text);
        progress.accept(new Progress(last, text, last == Stage.ABORTED ? report : Optional.empty()));
    }

    /** The show does not depend on its status line; the first failure is told, the others are the same. */
    private void status(String word, String text) {
        try {
            directory.say(word, text);
        } catch (IOException e) {
            if (!statusFails) {
                LOG.warn("the status of the show cannot be written to {}: {}", directory.status(), e.toString());
            }
            statusFails = true;
        }
    }

    private static String reason(Exception failure) {
        if (failure instanceof IOException) {
            return "the directory of the show cannot be written: " + failure.getMessage()
                    + "; choose another or make room";
        }
        if (failure instanceof CampaignException) {
            return "the campaign cannot be published: " + failure.getMessage();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
