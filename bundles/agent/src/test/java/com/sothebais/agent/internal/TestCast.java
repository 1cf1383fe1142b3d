package com.sothebais.agent.internal;

import com.sothebais.api.agent.HostCharacter;
import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Personality;
import com.sothebais.api.agent.Voice;
import com.sothebais.api.social.SocialNetwork;
import com.sothebais.api.stream.Studio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A cast whose members a test sets. */
final class TestCast implements Cast {
    volatile Function<Moment, Optional<Line>> brain = moment -> Optional.empty();
    volatile boolean hasPersonality = true;
    volatile Voice voice;
    volatile Studio studio;
    final List<SocialNetwork> networks = new ArrayList<>();

    @Override
    public Optional<Personality> personality() {
        return hasPersonality ? Optional.of(new Brain()) : Optional.empty();
    }

    @Override
    public Optional<Voice> voice() {
        return Optional.ofNullable(voice);
    }

    @Override
    public Optional<Studio> studio() {
        return Optional.ofNullable(studio);
    }

    @Override
    public List<SocialNetwork> networks() {
        return networks;
    }

    private final class Brain implements Personality {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public HostCharacter character() {
            return new HostCharacter("Tester", "Tests.");
        }

        @Override
        public Optional<Line> line(Moment moment) {
            return brain.apply(moment);
        }
    }
}
