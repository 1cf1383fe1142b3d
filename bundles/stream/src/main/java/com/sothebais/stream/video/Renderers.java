package com.sothebais.stream.video;

import com.sothebais.api.stream.Renderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The renderers that are there now; they come and go with their plugins. Thread-safe. */
public final class Renderers {
    private final String wanted;
    private volatile List<Ranked> present = List.of();

    private record Ranked(Renderer renderer, String name, int ranking) {}

    /** @param wanted name of the renderer to use while it is there; empty for the one of the highest rank */
    public Renderers(String wanted) {
        this.wanted = wanted;
    }

    public synchronized void add(Renderer renderer, int ranking) {
        List<Ranked> next = new ArrayList<>(present);
        next.add(new Ranked(renderer, renderer.name(), ranking));
        next.sort(Comparator.comparing((Ranked ranked) -> ranked.name().equals(wanted))
                .thenComparing(Ranked::ranking)
                .reversed());
        present = List.copyOf(next);
    }

    public synchronized void remove(Renderer renderer) {
        present =
                present.stream().filter(ranked -> ranked.renderer() != renderer).toList();
    }

    /** The one to draw with. */
    public Optional<Renderer> chosen() {
        List<Ranked> now = present;
        return now.isEmpty() ? Optional.empty() : Optional.of(now.get(0).renderer());
    }

    /** Name of the one to draw with. */
    Optional<String> chosenName() {
        List<Ranked> now = present;
        return now.isEmpty() ? Optional.empty() : Optional.of(now.get(0).name());
    }
}
