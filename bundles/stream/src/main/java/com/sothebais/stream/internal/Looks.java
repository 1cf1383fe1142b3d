package com.sothebais.stream.internal;

import com.sothebais.api.asset.AssetId;
import com.sothebais.stream.layout.LayoutFolder;
import com.sothebais.stream.layout.LayoutShelf;
import com.sothebais.stream.rig.RigFolder;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the show looks like, from files that people change while it is on air. One thread {@link #look}s, any other asks. */
final class Looks {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final LayoutFolder layouts;
    private final LayoutShelf shelf;
    private final RigFolder rigs;

    /** @param stored whether a picture that a layout names is there */
    Looks(Settings settings, Predicate<AssetId> stored) {
        layouts = new LayoutFolder(settings.files().layouts(), settings.show().layout(), stored);
        shelf = new LayoutShelf(settings.files().layouts(), stored);
        rigs = new RigFolder(settings.files().rigs(), settings.show().rig());
    }

    LayoutFolder layouts() {
        return layouts;
    }

    LayoutShelf shelf() {
        return shelf;
    }

    RigFolder rigs() {
        return rigs;
    }

    /** Reads what has changed. */
    void look() {
        try {
            layouts.look();
            shelf.look();
        } catch (RuntimeException e) {
            LOG.error("the layouts cannot be looked at; the one on air stays", e);
        }
        try {
            rigs.look();
        } catch (RuntimeException e) {
            LOG.error("the rigs cannot be looked at; the one on air stays", e);
        }
    }

    /** Why the newest files are not on air: at most one sentence for the layouts and one for the rig. */
    List<String> troubles() {
        return Stream.of(layouts.trouble().or(shelf::trouble), rigs.trouble())
                .flatMap(trouble -> trouble.stream())
                .toList();
    }
}
