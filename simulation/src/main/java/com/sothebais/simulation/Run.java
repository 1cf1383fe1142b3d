package com.sothebais.simulation;

import com.sothebais.api.event.Recorded;
import com.sothebais.simulation.oracle.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What became of a run.
 *
 * @param hash of everything that was recorded, in order; the same for the same seed on every machine
 * @param failure what must not be, if it was
 */
public record Run(long seed, int actions, int posts, int crashes, String hash, Optional<Failure> failure) {

    /** Longest text of a fact that is shown. */
    private static final int LINE_MAX = 400;

    /**
     * @param action index of the action at which it showed; as many as there are when it showed at the end
     * @param events the newest facts, oldest first
     */
    public record Failure(Scenario scenario, int action, Violation violation, List<String> events) {
        /** Most facts that are shown. */
        static final int EVENTS_MAX = 30;
    }

    static Run of(Scenario scenario, Wiring wiring) {
        World world = new World(scenario, wiring);
        Director director = new Director(world);
        int action = 0;
        Optional<Failure> failure = Optional.empty();
        try {
            director.open();
            for (; action < scenario.actions().size(); action++) {
                director.act(scenario.actions().get(action));
            }
            director.close();
        } catch (Violation violation) {
            List<Recorded> log = world.log.events();
            List<String> newest = log.subList(Math.max(0, log.size() - Failure.EVENTS_MAX), log.size()).stream()
                    .map(Run::line)
                    .toList();
            failure = Optional.of(new Failure(scenario, action, violation, newest));
        }
        return new Run(
                scenario.seed(),
                scenario.actions().size(),
                world.written.size(),
                world.crashes,
                hash(world.log.events()),
                failure);
    }

    private static String line(Recorded recorded) {
        String event = recorded.event().toString();
        String shown = event.length() > LINE_MAX ? event.substring(0, LINE_MAX) + "..." : event;
        return recorded.position() + " " + recorded.fact().at() + " " + recorded.fact().stream() + " " + shown;
    }

    private static String hash(List<Recorded> log) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            log.forEach(recorded -> digest.update(recorded.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
