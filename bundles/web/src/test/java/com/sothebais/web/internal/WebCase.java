package com.sothebais.web.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each have the whole web for themselves, before its campaigns are read. The parts behind it may be changed while it runs. */
public abstract class WebCase {
    /** The header of whoever is logged in. */
    protected static final String[] LOGGED_IN = {"Cookie", "sothebais_session=" + SamplePlatform.TOKEN};

    /** More than any page in a browser needs. */
    private static final int VIEWERS_MAX = 200;

    @TempDir
    protected Path directory;

    protected SamplePlatform platform;
    protected WebServer web;

    @BeforeEach
    final void startWeb() throws Exception {
        platform = new SamplePlatform(directory, "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8));
        web = new WebServer(platform, VIEWERS_MAX);
    }

    @AfterEach
    final void stopWeb() throws Exception {
        web.stop();
    }
}
