package com.sothebais.web.internal.catalogue;

import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps the {@link Catalogue} up to date. While the log is read anew, at the start or when the log's bundle was replaced, readers
 * keep the last complete one. Thread-safe.
 */
@Component(service = {CatalogueView.class, EventSubscriber.class})
public final class CatalogueView implements EventSubscriber {
    private Catalogue folding = new Catalogue();
    private long position;
    private volatile Optional<Catalogue> current = Optional.empty();

    /** Empty until the log was read for the first time. */
    public Optional<Catalogue> current() {
        return current;
    }

    @Override
    public String name() {
        return "web-catalogue";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        if (recorded.position() <= position) {
            folding = new Catalogue();
        }
        position = recorded.position();
        folding.on(recorded);
    }

    @Override
    public void caughtUp() {
        current = Optional.of(folding);
    }
}
