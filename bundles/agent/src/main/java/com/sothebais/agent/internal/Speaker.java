package com.sothebais.agent.internal;

import com.sothebais.agent.internal.Cue.Urgency;
import com.sothebais.agent.internal.Patience.PluginException;
import com.sothebais.agent.internal.Wordsmith.Words;
import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Personality;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Voice;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.stream.Studio;
import com.sothebais.api.stream.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one cue after the other from the queue to the air: words, sound, studio, log. The next line is made while the end of the
 * line before it plays. One thread calls {@link #step}; everything else may be asked from any thread.
 */
final class Speaker {
    private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);
    static final StreamId STREAM = new StreamId("host");

    private static final Duration VOICE_MAX = Duration.ofSeconds(6);
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** How long before the end of a line the next one is begun to be made. */
    private static final Duration AHEAD = Duration.ofMillis(900);

    private static final Duration IDLE = Duration.ofMillis(250);

    private final SpeechQueue queue;
    private final Wordsmith wordsmith;
    private final Cast cast;
    private final Patience patience;
    private final EventLog log;
    private final InstantSource clock;

    private final AtomicLong spoken = new AtomicLong();
    private final AtomicReference<String> voiceTrouble = new AtomicReference<>("");
    private volatile Instant airFree = Instant.EPOCH;

    /** Where lines come from and who makes them. */
    record Desk(SpeechQueue queue, Wordsmith wordsmith, Cast cast, Patience patience) {}

    Speaker(Desk desk, EventLog log, InstantSource clock) {
        queue = desk.queue();
        wordsmith = desk.wordsmith();
        cast = desk.cast();
        patience = desk.patience();
        this.log = log;
        this.clock = clock;
    }

    /** Says the next line if there is one; returns when its turn for the next has come. */
    void step() throws InterruptedException {
        waitUntil(airFree.minus(AHEAD));
        int clearings = queue.clearings();
        Optional<Cue> next = queue.poll(clock.instant());
        if (next.isEmpty()) {
            queue.await(IDLE);
            return;
        }
        Cue cue = next.get();
        Optional<Studio> studio = cast.studio();
        if (studio.isEmpty()) {
            LOG.debug("Nobody would hear {}: no studio", cue.moment().kind());
            return;
        }
        Optional<Utterance> utterance = utterance(cue);
        if (utterance.isEmpty()) {
            return;
        }
        if (cue.urgency() != Urgency.URGENT && !waitUntil(airFree)) {
            if (clearings == queue.clearings()) {
                putBack(cue);
            }
            return;
        }
        if (clearings == queue.clearings()
                && !queue.overtook(cue)
                && !cue.window().isOver(clock.instant())) {
            say(cue, utterance.get(), studio.get());
        }
    }

    boolean isSpeaking() {
        return clock.instant().isBefore(airFree);
    }

    long spoken() {
        return spoken.get();
    }

    /** Why the last line had no sound; empty when it had. */
    String voiceTrouble() {
        return voiceTrouble.get();
    }

    private void say(Cue cue, Utterance utterance, Studio studio) {
        Instant over = studio.say(utterance);
        airFree = over.plus(PAUSE);
        spoken.incrementAndGet();
        try {
            log.append(Append.of(List.of(new NewEvent(
                    cast.stream(),
                    new LineSpoken(utterance.text(), utterance.mood()),
                    "agent",
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    cue.origin().correlation(),
                    cue.origin().causation()))));
        } catch (EventLogException e) {
            // The line is on air already; the show must not stop because it cannot be written down.
            LOG.warn("A spoken line is missing in the log: '{}'", utterance.text(), e);
        }
    }

    private Optional<Utterance> utterance(Cue cue) {
        Optional<Words> words = cue.script()
                .map(line -> new Words(line.template(), line.mood()))
                .or(() -> wordsmith.words(atThisSecond(cue)));
        String speaker = cast.personality().map(Speaker::characterName).orElse("Host");
        return words.map(said -> new Utterance(speaker, said.text(), said.mood(), speech(said.text(), said.mood())));
    }

    private static String characterName(Personality personality) {
        return personality.character().name();
    }

    private Optional<Speech> speech(String text, Mood mood) {
        Optional<Voice> voice = cast.voice();
        if (voice.isEmpty()) {
            voiceTrouble.set("there is no voice");
            return Optional.empty();
        }
        try {
            Voice asked = voice.get();
            Speech speech = patience.call("the voice " + asked.name(), VOICE_MAX, () -> asked.speak(text, mood));
            voiceTrouble.set("");
            return Optional.of(speech);
        } catch (PluginException e) {
            if (!e.getMessage().equals(voiceTrouble.getAndSet(e.getMessage()))) {
                LOG.warn("Captions only: {}", e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Counts the seconds that are left now rather than when the cue was given. */
    private Moment atThisSecond(Cue cue) {
        if (cue.deadline().isEmpty()) {
            return cue.moment();
        }
        Map<String, String> facts = new HashMap<>(cue.moment().facts());
        facts.remove("seconds");
        long millis = Duration.between(clock.instant(), cue.deadline().get()).toMillis();
        if (millis > 0) {
            facts.put("seconds", Long.toString((millis + 999) / 1000));
        }
        return new Moment(
                cue.moment().kind(), facts, cue.moment().to(), cue.moment().said());
    }

    private void putBack(Cue cue) {
        if (!queue.overtook(cue)) {
            queue.offer(cue);
        }
    }

    /** False when something urgent came in before. */
    private boolean waitUntil(Instant instant) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), instant);
        while (left.compareTo(Duration.ZERO) > 0) {
            if (queue.hasUrgent()) {
                return false;
            }
            queue.await(left.compareTo(IDLE) < 0 ? left : IDLE);
            left = Duration.between(clock.instant(), instant);
        }
        return true;
    }
}
