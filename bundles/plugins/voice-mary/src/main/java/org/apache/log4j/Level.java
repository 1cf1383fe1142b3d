package org.apache.log4j;

/** The two severities that MaryTTS names. */
public final class Level extends Priority {
    public static final Level WARN = new Level();
    public static final Level DEBUG = new Level();

    private Level() {}
}
