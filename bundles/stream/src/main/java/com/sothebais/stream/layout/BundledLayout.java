package com.sothebais.stream.layout;

import com.sothebais.api.auction.CampaignId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A layout in this bundle, which is on air when there is no other. There is one of each for all, read when it is first wanted. Thread-safe. */
public final class BundledLayout implements Layouts {
    static final String SCHEMA = "/layouts/layout.schema.json";
    static final String DEFAULT = "default";

    /** All there are. */
    static final List<String> NAMES = List.of(DEFAULT, "standby");

    private static final Map<String, Layout> READ = new ConcurrentHashMap<>();

    private final String name;

    /** The layout of the show. */
    public BundledLayout() {
        this(DEFAULT);
    }

    /** @param name the one of the show is taken when there is none of that name */
    public BundledLayout(String name) {
        this.name = NAMES.contains(name) ? name : DEFAULT;
    }

    /** The file of the show itself. */
    static String text() {
        return text(DEFAULT);
    }

    String content() {
        return text(name);
    }

    static String text(String name) {
        return resource("/layouts/" + name + ".json");
    }

    static String resource(String name) {
        try (InputStream in = BundledLayout.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle is damaged: " + name + " cannot be read", e);
        }
    }

    public Layout layout() {
        return READ.computeIfAbsent(name, each -> new LayoutReader(asset -> false).read(text(each), Optional.empty()));
    }

    @Override
    public Layout current(Optional<CampaignId> campaign) {
        return layout();
    }

    @Override
    public Layout failed(Layout failing, RuntimeException why) {
        throw new IllegalStateException("the bundled layout cannot be composed", why);
    }
}
