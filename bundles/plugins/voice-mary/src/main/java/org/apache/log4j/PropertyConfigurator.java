package org.apache.log4j;

/** Does nothing: the container configures logging. */
public final class PropertyConfigurator {
    private PropertyConfigurator() {}

    public static void configure(java.util.Properties properties) {
        // Nothing to set up.
    }
}
