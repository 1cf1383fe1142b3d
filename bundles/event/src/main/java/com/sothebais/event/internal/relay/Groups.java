package com.sothebais.event.internal.relay;

import com.sothebais.api.redis.RedisStreams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumer groups of the copy: makes those that are missing, from the place up to which they had acknowledged, and remembers
 * that place. A group may thereby get an entry twice after Redis was lost, never not at all. For one thread.
 */
final class Groups {
    private static final Logger LOG = LoggerFactory.getLogger(Groups.class);

    private final RedisStreams redis;
    private final String stream;
    private final List<String> names;
    private final GroupPlaces places;
    private final Map<String, Long> saved = new HashMap<>();

    Groups(RedisStreams redis, String stream, List<String> names, GroupPlaces places) {
        this.redis = redis;
        this.stream = stream;
        this.names = List.copyOf(names);
        this.places = places;
    }

    void look() {
        for (String name : names) {
            long known = saved.computeIfAbsent(name, group -> places.position(stream, group));
            Optional<Long> acknowledged = redis.acknowledged(stream, name).map(Relay::position);
            if (acknowledged.isEmpty()) {
                redis.group(stream, name, known + "-0");
                LOG.info("group {} of Redis stream {} begins after position {}", name, stream, known);
            } else if (acknowledged.get() > known) {
                places.save(stream, name, acknowledged.get());
                saved.put(name, acknowledged.get());
            }
        }
    }
}
