package com.sothebais.redis.internal;

import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.redis.RedisStreams;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers Redis Streams from the first moment; until Redis answers, and with a wrong configuration, every call fails at once. */
@Component(
        service = {RedisStreams.class, HealthSource.class},
        configurationPid = "com.sothebais.redis")
@Designate(ocd = RedisComponent.Config.class)
public final class RedisComponent implements RedisStreams, HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(RedisComponent.class);

    private final Optional<RedisKeeper> keeper;
    private final String flaw;

    /** Where Redis is. The port is text here, so that a wrong one is told in our words and not in the framework's. */
    @ObjectClassDefinition(name = "SothebAIs Redis")
    public @interface Config {
        @AttributeDefinition(description = "redis://[:password@]host:port[/database]; empty for the embedded server")
        String url() default "";

        @AttributeDefinition(description = "Folder of the embedded server")
        String directory() default "data/redis";

        @AttributeDefinition(description = "Port of the embedded server on 127.0.0.1; 0 takes a free one")
        String port() default "0";
    }

    @Activate
    public RedisComponent(Config config) {
        Optional<RedisKeeper> started = Optional.empty();
        String wrong = "";
        try {
            started = Optional.of(new RedisKeeper(Settings.of(config)));
        } catch (IllegalArgumentException e) {
            wrong = e.getMessage();
            LOG.error("no Redis: {}", wrong);
        }
        keeper = started;
        flaw = wrong;
    }

    @Deactivate
    public void deactivate() {
        keeper.ifPresent(RedisKeeper::close);
    }

    @Override
    public boolean append(String stream, Optional<String> last, List<Entry> entries, long lengthMax) {
        return redis().append(stream, last, entries, lengthMax);
    }

    @Override
    public Optional<String> lastId(String stream) {
        return redis().lastId(stream);
    }

    @Override
    public long length(String stream) {
        return redis().length(stream);
    }

    @Override
    public void group(String stream, String group, String after) {
        redis().group(stream, group, after);
    }

    @Override
    public Optional<String> acknowledged(String stream, String group) {
        return redis().acknowledged(stream, group);
    }

    @Override
    public List<Entry> take(String stream, String group, String consumer, int limit) {
        return redis().take(stream, group, consumer, limit);
    }

    @Override
    public void acknowledge(String stream, String group, List<String> ids) {
        redis().acknowledge(stream, group, ids);
    }

    @Override
    public void delete(String stream) {
        redis().delete(stream);
    }

    @Override
    public Health health() {
        return keeper.map(RedisKeeper::health).orElseGet(() -> Health.down("redis", flaw));
    }

    private RedisStreams redis() {
        return keeper.orElseThrow(() -> new RedisException(flaw, null));
    }
}
