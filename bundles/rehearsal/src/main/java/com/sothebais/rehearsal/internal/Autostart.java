package com.sothebais.rehearsal.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the demo show when the launcher names a directory for it. */
@Component
public final class Autostart {
    /** Set by the launcher. */
    static final String PROPERTY = "sothebais.demo.out";

    private static final Logger LOG = LoggerFactory.getLogger(Autostart.class);

    @Activate
    public Autostart(@Reference Rehearsal rehearsal) {
        String directory = System.getProperty(PROPERTY, "").strip();
        if (directory.isEmpty()) {
            return;
        }
        try {
            rehearsal.startOnce(Path.of(directory));
        } catch (InvalidPathException e) {
            LOG.error("the system property {} is no path: '{}'", PROPERTY, directory);
        }
    }
}
