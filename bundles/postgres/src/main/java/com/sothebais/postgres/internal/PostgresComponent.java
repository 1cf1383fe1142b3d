package com.sothebais.postgres.internal;

import com.sothebais.api.database.Database;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import java.util.Hashtable;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers {@link Database} while there is one. Immediate, because the server must start whether or not anybody looks at its
 * health; the database service is registered by hand, because it comes later than this component.
 */
@Component(service = HealthSource.class, immediate = true, configurationPid = "com.sothebais.postgres")
@Designate(ocd = PostgresComponent.Config.class)
public final class PostgresComponent implements HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresComponent.class);

    private final Optional<DatabaseKeeper> keeper;
    private final String flaw;

    /** Where the database is. Numbers are text here, so that a wrong one is told in our words and not in the framework's. */
    @ObjectClassDefinition(name = "SothebAIs PostgreSQL")
    public @interface Config {
        @AttributeDefinition(description = "jdbc:postgresql://host:port/database; empty for the embedded server")
        String url() default "";

        @AttributeDefinition(description = "Login of the server at 'url'")
        String user() default "";

        @AttributeDefinition(description = "Password of the server at 'url'", type = AttributeType.PASSWORD)
        String password() default "";

        @AttributeDefinition(description = "Folder of the embedded server")
        String directory() default "data/postgres";

        @AttributeDefinition(description = "Port of the embedded server on 127.0.0.1; 0 takes a free one")
        String port() default "0";

        @AttributeDefinition(description = "Most connections at a time, 2 to 40")
        String connections() default "12";
    }

    @Activate
    public PostgresComponent(BundleContext context, Config config) {
        Optional<DatabaseKeeper> started = Optional.empty();
        String wrong = "";
        try {
            started = Optional.of(new DatabaseKeeper(Settings.of(config), database -> register(context, database)));
        } catch (PostgresException e) {
            wrong = e.getMessage();
            LOG.error("no database: {}", wrong);
        }
        keeper = started;
        flaw = wrong;
    }

    @Deactivate
    public void deactivate() {
        keeper.ifPresent(DatabaseKeeper::close);
    }

    @Override
    public Health health() {
        return keeper.map(DatabaseKeeper::health).orElseGet(() -> Health.down("postgres", flaw));
    }

    private static Runnable register(BundleContext context, Database database) {
        ServiceRegistration<Database> registration =
                context.registerService(Database.class, database, new Hashtable<>());
        return () -> {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("the framework withdrew the database service already", e);
            }
        };
    }
}
