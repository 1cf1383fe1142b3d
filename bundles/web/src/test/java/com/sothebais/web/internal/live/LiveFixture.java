package com.sothebais.web.internal.live;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.parts.SettingsFixture;
import java.util.Optional;
import javax.servlet.Servlet;

/** The live feed with its thread and its servlet. */
public final class LiveFixture implements AutoCloseable {
    private final LiveFeed feed;

    public LiveFixture(Parts parts, int viewersMax, int viewersPerAddress) {
        feed = new LiveFeed(
                parts, SettingsFixture.settings(String.valueOf(viewersMax), String.valueOf(viewersPerAddress)));
    }

    public Servlet servlet() {
        return new LiveServlet(feed);
    }

    public Servlet socketServlet() {
        return new LiveSocketServlet(feed);
    }

    public EventSubscriber subscriber() {
        return feed;
    }

    public LiveFeed.Load load() {
        return feed.load();
    }

    public Optional<ShowWatch.State> current() {
        return feed.current();
    }

    @Override
    public void close() {
        feed.stop();
    }
}
