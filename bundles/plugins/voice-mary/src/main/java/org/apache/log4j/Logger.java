package org.apache.log4j;

import java.util.Collections;
import java.util.Enumeration;
import org.slf4j.LoggerFactory;

/**
 * The part of log4j that MaryTTS calls, passed on to slf4j at debug and trace: what goes wrong for a whole text arrives as
 * an exception, and a token with an odd pronunciation is nobody's business. Private to this bundle, so it never meets the container's own log4j. Thread-safe.
 */
public final class Logger {
    private final org.slf4j.Logger target;

    private Logger(String name) {
        target = LoggerFactory.getLogger(name.startsWith("marytts") ? name : "marytts." + name);
    }

    public static Logger getLogger(String name) {
        return new Logger(name);
    }

    public static Logger getLogger(Class<?> type) {
        return new Logger(type.getSimpleName());
    }

    static Logger root() {
        return new Logger("root");
    }

    public void debug(Object message) {
        target.trace("{}", message);
    }

    public void debug(Object message, Throwable cause) {
        target.trace(String.valueOf(message), cause);
    }

    public void info(Object message) {
        target.debug("{}", message);
    }

    public void info(Object message, Throwable cause) {
        target.debug(String.valueOf(message), cause);
    }

    public void warn(Object message) {
        target.debug("{}", message);
    }

    public void warn(Object message, Throwable cause) {
        target.debug(String.valueOf(message), cause);
    }

    public void error(Object message) {
        target.debug("{}", message);
    }

    public void error(Object message, Throwable cause) {
        target.debug(String.valueOf(message), cause);
    }

    public void log(Priority level, Object message, Throwable cause) {
        warn(message, cause);
    }

    public Level getEffectiveLevel() {
        return target.isTraceEnabled() ? Level.DEBUG : Level.WARN;
    }

    /** Never empty, so that MaryTTS does not set up logging of its own. */
    public Enumeration<Object> getAllAppenders() {
        return Collections.enumeration(Collections.singleton(target));
    }

    public void setLevel(Level level) {
        // The container decides what is logged.
    }

    public void setAdditivity(boolean additive) {
        // Appenders belong to the container.
    }

    public void removeAllAppenders() {
        // Appenders belong to the container.
    }

    public void addAppender(Appender appender) {
        // Appenders belong to the container.
    }
}
