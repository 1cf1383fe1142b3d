package com.sothebais.stream.layout;

import com.sothebais.api.auction.CampaignId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The layout in this bundle, which is on air when there is no other. Immutable. */
public final class BundledLayout implements Layouts {
    static final String SCHEMA = "/layouts/layout.schema.json";
    private static final String FILE = "/layouts/default.json";

    private final Layout layout = new LayoutReader(asset -> false).read(text(), Optional.empty());

    /** The file itself. */
    static String text() {
        return resource(FILE);
    }

    static String resource(String name) {
        try (InputStream in = BundledLayout.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle is damaged: " + name + " cannot be read", e);
        }
    }

    public Layout layout() {
        return layout;
    }

    @Override
    public Layout current(Optional<CampaignId> campaign) {
        return layout;
    }

    @Override
    public Layout failed(Layout failing, RuntimeException why) {
        throw new IllegalStateException("the bundled layout cannot be composed", why);
    }
}
