package com.sothebais.event.internal;

import com.sothebais.api.database.Database;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.redis.RedisStreams;
import com.sothebais.event.internal.log.LogTail;
import com.sothebais.event.internal.relay.GroupPlaces;
import com.sothebais.event.internal.relay.Relay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies the log to Redis whenever there is a Redis; the log does not know of it. Immediate: nobody asks for a copy. */
@Component(service = HealthSource.class, immediate = true, configurationPid = "com.sothebais.event")
@Designate(ocd = RelayComponent.Config.class)
public final class RelayComponent implements HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(RelayComponent.class);
    private static final long LENGTH_MIN = 100;
    private static final long LENGTH_MAX = 1_000_000;

    private final Optional<Relay> relay;
    private final String flaw;

    /** Where the copy goes. The number is text here, so that a wrong one is told in our words. */
    @ObjectClassDefinition(name = "SothebAIs event log: copy in Redis")
    public @interface Config {
        @AttributeDefinition(description = "Key of the Redis stream")
        String relay_stream() default "sothebais:events";

        @AttributeDefinition(description = "About how many of the newest facts the stream keeps, 100 to 1000000")
        String relay_length() default "20000";

        @AttributeDefinition(
                description = "Consumer groups that the stream always has, comma-separated; one that Redis lost goes on"
                        + " where it had acknowledged")
        String relay_groups() default "";
    }

    @Activate
    public RelayComponent(
            @Reference EventLog log,
            @Reference LogTail tail,
            @Reference RedisStreams redis,
            @Reference Database database,
            Config config) {
        long length = length(config);
        if (length > 0 && !config.relay_stream().isBlank()) {
            flaw = "";
            Relay.Target target = new Relay.Target(config.relay_stream(), length, groups(config));
            relay = Optional.of(new Relay(log, tail, redis, target, new GroupPlaces(database.dataSource())));
        } else {
            flaw = length > 0
                    ? "com.sothebais.event: relay.stream = '' is not allowed; expected a Redis key"
                    : "com.sothebais.event: relay.length = '" + config.relay_length() + "' is not allowed; expected "
                            + LENGTH_MIN + " to " + LENGTH_MAX;
            relay = Optional.empty();
            LOG.error("no copy in Redis: {}", flaw);
        }
    }

    @Deactivate
    public void deactivate() {
        relay.ifPresent(Relay::close);
    }

    @Override
    public Health health() {
        return relay.map(Relay::health).orElseGet(() -> Health.down("relay", flaw));
    }

    private static List<String> groups(Config config) {
        return Stream.of(config.relay_groups().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** 0 when it is no allowed number. */
    private static long length(Config config) {
        try {
            long length = Long.parseLong(config.relay_length().strip());
            return length >= LENGTH_MIN && length <= LENGTH_MAX ? length : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
