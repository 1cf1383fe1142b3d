package com.sothebais.web.internal.rest;

import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.guard.TableKeys;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.parts.WebSettings;
import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one guard that all resources share, so that limits count over all of them. */
@Component(service = Gate.class)
public final class Gate {
    private final Guard guard;

    @Activate
    public Gate(@Reference Parts parts, @Reference WebSettings settings) {
        InstantSource clock = InstantSource.system();
        guard = new Guard(parts, settings.values().postsPerMinute(), new TableKeys(parts, clock), clock);
    }

    /** The one of all. */
    public Guard guard() {
        return guard;
    }
}
