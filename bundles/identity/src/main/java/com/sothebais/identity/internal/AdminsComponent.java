package com.sothebais.identity.internal;

import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.identity.Admins;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers login against the container's realm as a service. Immediate, because the sessions live in it: it must not end when nobody
 * holds it between two requests.
 */
@Component(
        service = {Admins.class, HealthSource.class},
        configurationPid = Settings.PID,
        immediate = true)
@Designate(ocd = AdminsComponent.Config.class)
public final class AdminsComponent implements Admins, HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(AdminsComponent.class);
    private static final String PART = "admins";
    private static final String REALM = "karaf";

    private final Settings settings;
    private final RealmAdmins admins;

    /** Read through {@link Settings}, so that a wrong value is named instead of thrown at the container. */
    @ObjectClassDefinition(name = "SothebAIs identity")
    @interface Config {
        @AttributeDefinition(description = "Minutes after which an unused session of an admin ends, 1 to 1440.")
        long session_idle_minutes() default Settings.IDLE_MINUTES;
    }

    @Activate
    public AdminsComponent(Config config, Map<String, Object> properties) {
        settings = Settings.of(properties);
        settings.problems().forEach(LOG::error);
        InstantSource clock = InstantSource.system();
        admins = new RealmAdmins(
                new JaasRealm(REALM),
                new Guesses(clock),
                new Sessions(settings.sessionIdle(), clock, new SecureRandom()));
    }

    @Override
    public LoginResult login(String name, char[] password, String address) {
        return admins.login(name, password, address);
    }

    @Override
    public Optional<AdminSession> session(String token) {
        return admins.session(token);
    }

    @Override
    public void logout(String token) {
        admins.logout(token);
    }

    @Override
    public Health health() {
        Optional<String> trouble = admins.trouble();
        if (trouble.isPresent()) {
            return Health.down(PART, "Nobody can log in: " + trouble.get());
        }
        if (!settings.problems().isEmpty()) {
            return Health.degraded(PART, settings.problems().get(0));
        }
        return Health.well(PART, admins.sessions() + " session(s).");
    }
}
