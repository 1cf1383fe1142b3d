package com.sothebais.stream.control;

import com.sothebais.api.stream.Source;
import com.sothebais.stream.layout.LayoutShelf;
import com.sothebais.stream.layout.Layouts;
import com.sothebais.stream.scene.Playing;
import com.sothebais.stream.scene.SceneComposer;
import com.sothebais.stream.scene.Screen;
import com.sothebais.stream.scene.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The show, the bars, and every layout by its name. Thread-safe. */
public final class LayoutSources implements Shelf {
    private final Screen screen;
    private final Playing playing;
    private final Venue venue;
    private final Layouts show;
    private final LayoutShelf layouts;

    /** @param playing what pictures move @param show the layout of the show @param layouts all others */
    public LayoutSources(Screen screen, Playing playing, Venue venue, Layouts show, LayoutShelf layouts) {
        this.screen = screen;
        this.playing = playing;
        this.venue = venue;
        this.show = show;
        this.layouts = layouts;
    }

    @Override
    public List<Source> sources() {
        List<Source> all = new ArrayList<>(List.of(Source.SHOW, Source.BARS));
        layouts.names().stream()
                .map(Source::new)
                .filter(layout -> !all.contains(layout))
                .forEach(all::add);
        return all;
    }

    @Override
    public Optional<Scenes> open(Source source) {
        if (source.equals(Source.BARS)) {
            return Optional.of(new TestCard(screen.size()));
        }
        Optional<Layouts> layout = source.equals(Source.SHOW) ? Optional.of(show) : layouts.find(source.name());
        return layout.map(found -> new SceneComposer(screen, found, venue, playing)::compose);
    }
}
