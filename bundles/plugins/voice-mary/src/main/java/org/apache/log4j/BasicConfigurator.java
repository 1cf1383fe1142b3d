package org.apache.log4j;

/** Does nothing: the container configures logging. */
public final class BasicConfigurator {
    private BasicConfigurator() {}

    public static void configure() {
        // Nothing to set up.
    }
}
