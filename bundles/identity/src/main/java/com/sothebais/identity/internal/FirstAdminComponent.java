package com.sothebais.identity.internal;

import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for an admin at every start. Immediate, because the first login must not wait until somebody asks for the health. */
@Component(service = HealthSource.class, immediate = true)
public final class FirstAdminComponent implements HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdminComponent.class);
    private static final String PART = "first-admin";

    private final Health health;

    @Activate
    public FirstAdminComponent(BundleContext context) {
        this(
                Optional.ofNullable(context.getProperty("karaf.etc")),
                Optional.ofNullable(context.getProperty("karaf.data")));
    }

    FirstAdminComponent(Optional<String> etc, Optional<String> data) {
        health = etc.isEmpty() || data.isEmpty()
                ? Health.down(PART, "karaf.etc and karaf.data are not set; start the platform with its launcher.")
                : ensured(Path.of(etc.get()), Path.of(data.get()));
    }

    @Override
    public Health health() {
        return health;
    }

    private static Health ensured(Path etc, Path data) {
        try {
            Optional<Path> made = new FirstAdmin(etc, data, new SecureRandom()).ensure();
            made.ifPresent(file -> LOG.info("made the first admin '{}'; the password is in {}", FirstAdmin.NAME, file));
            return Health.well(PART, "There is an admin.");
        } catch (IOException e) {
            LOG.error("there is no admin and none can be made: {}", e.toString());
            return Health.down(PART, "There is no admin and none can be made: " + e + ". Correct it and start again.");
        }
    }
}
