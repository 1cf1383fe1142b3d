package com.sothebais.personality.scripted.internal;

import com.sothebais.api.agent.HostCharacter;
import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment;
import com.sothebais.api.agent.Personality;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Speaks from a script: always there, always the same for the same show, and nothing said to it changes what it says. */
@Component(configurationPid = "com.sothebais.personality.scripted")
@Designate(ocd = ScriptedPersonality.Config.class)
public final class ScriptedPersonality implements Personality, HealthSource {
    private static final String PID = "com.sothebais.personality.scripted";
    private static final String SCRIPT = "/character/gavelle.lines";
    private static final int NAME_MAX = 30;
    private static final int INTRODUCTION_MAX = 160;

    /** Settings of the character. */
    @ObjectClassDefinition(name = "SothebAIs scripted personality")
    public @interface Config {

        @AttributeDefinition(description = "Name beside captions, 1 to 30 characters; the script itself says Gavelle")
        String character_name() default "Gavelle";

        @AttributeDefinition(description = "One sentence about the host, 1 to 160 characters")
        String character_introduction() default
                "Gavelle has a warm voice, a sharp hammer and a soft spot for first-time bidders.";
    }

    private final HostCharacter character;
    private final Script script;

    @Activate
    public ScriptedPersonality(Config config) {
        character = new HostCharacter(
                sized("character.name", config.character_name(), NAME_MAX),
                sized("character.introduction", config.character_introduction(), INTRODUCTION_MAX));
        script = Script.read(source());
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public HostCharacter character() {
        return character;
    }

    @Override
    public Optional<Line> line(Moment moment) {
        return topic(moment).flatMap(topic -> script.next(topic, moment.facts()));
    }

    @Override
    public Health health() {
        return Health.well(
                "personality",
                character.name() + " speaks from a script of " + script.topics().size() + " topics.");
    }

    Script script() {
        return script;
    }

    private static Optional<String> topic(Moment moment) {
        String kind = moment.kind().name();
        return switch (moment.kind()) {
            case CHAT -> Subject.of(moment.said().orElse("")).map(subject -> kind + "." + subject);
            case BID_REFUSED, RETURNED ->
                Optional.of(
                        moment.facts().containsKey("reason")
                                ? kind + "." + moment.facts().get("reason")
                                : kind);
            default -> Optional.of(kind);
        };
    }

    private static String sized(String key, String value, int max) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(
                    PID + ": " + key + " = '" + value + "' is not allowed, expected 1 to " + max + " characters");
        }
        return value;
    }

    private static String source() {
        try (InputStream in = ScriptedPersonality.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + SCRIPT);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCRIPT, e);
        }
    }
}
