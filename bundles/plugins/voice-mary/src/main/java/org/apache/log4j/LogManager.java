package org.apache.log4j;

/** Finds the root logger for MaryTTS. */
public final class LogManager {
    private LogManager() {}

    public static Logger getRootLogger() {
        return Logger.root();
    }
}
