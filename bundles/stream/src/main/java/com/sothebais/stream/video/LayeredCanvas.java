package com.sothebais.stream.video;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Drawn;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.scene.Damage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A canvas that has what rests drawn only once. Elements that have not changed for a while, and lie on nothing that moves, are drawn
 * into a ground; from then on the renderer gets the ground as one piece with what moves above it. It looks the same pixel for pixel,
 * because what is taken together either lies below the rest or does not touch it. Used by one thread.
 */
final class LayeredCanvas implements Canvas {
    /** Drawings without a change after which an element rests; more than a countdown has from one second to the next. */
    static final int REST_DRAWINGS = 90;

    private static final int BLACK = 0xFF000000;

    private final Canvas canvas;
    private final Size size;
    private final int[] ground;
    private final Element groundElement;
    private List<Entry> entries = List.of();
    private long drawings;
    private long lookAgain;

    /** An element of the scene as it was drawn last. */
    private static final class Entry {
        private Element element;
        private long since;
        private boolean rests;

        Entry(Element element, long since) {
            this.element = element;
            this.since = since;
        }
    }

    LayeredCanvas(Canvas canvas, Size size) {
        this.canvas = canvas;
        this.size = size;
        this.ground = new int[size.width() * size.height()];
        Arrays.fill(ground, BLACK);
        this.groundElement = new Element(
                "ground",
                new Area(0, 0, size.width(), size.height()),
                new Drawn(new Bitmap(0, 0, size.width(), size.height(), ground, true)));
    }

    @Override
    public void draw(Scene scene, List<Area> damage) {
        drawings++;
        List<Area> renewed = List.of();
        if (sameShape(scene.elements())) {
            boolean woken = note(scene.elements());
            if (woken || drawings >= lookAgain) {
                renewed = renew(rested());
            }
        } else {
            List<Element> before = rested();
            arrange(scene.elements());
            renewed = renew(before);
        }
        canvas.draw(above(scene), renewed.isEmpty() ? damage : Damage.joined(damage, renewed, size));
    }

    /** Whether the same elements stand in the same places in the same order. */
    private boolean sameShape(List<Element> elements) {
        if (elements.size() != entries.size()) {
            return false;
        }
        for (int i = 0; i < elements.size(); i++) {
            Element was = entries.get(i).element;
            Element is = elements.get(i);
            if (was != is && !(was.id().equals(is.id()) && was.area().equals(is.area()))) {
                return false;
            }
        }
        return true;
    }

    /** Notes what looks different. @return whether something that was resting does */
    private boolean note(List<Element> elements) {
        boolean woken = false;
        for (int i = 0; i < elements.size(); i++) {
            Entry entry = entries.get(i);
            Element is = elements.get(i);
            if (entry.element != is && !entry.element.equals(is)) {
                entry.element = is;
                entry.since = drawings;
                woken |= entry.rests;
            }
        }
        return woken;
    }

    /** Takes over elements that are others or stand elsewhere; those that look the same are as old as before. */
    private void arrange(List<Element> elements) {
        Map<Element, Entry> known = new HashMap<>(entries.size() * 2);
        entries.forEach(entry -> known.put(entry.element, entry));
        List<Entry> next = new ArrayList<>(elements.size());
        for (Element element : elements) {
            Entry entry = known.get(element);
            next.add(entry == null ? new Entry(element, drawings) : entry);
        }
        entries = next;
    }

    private List<Element> rested() {
        return entries.stream()
                .filter(entry -> entry.rests)
                .map(entry -> entry.element)
                .toList();
    }

    /** Takes out of the ground what moves by now, and adds what rests. @return the areas in which the ground is another */
    private List<Area> renew(List<Element> before) {
        lookAgain = drawings + REST_DRAWINGS;
        rest();
        List<Element> after = rested();
        List<Area> areas = Damage.between(new Scene(size, before), new Scene(size, after));
        if (!areas.isEmpty()) {
            canvas.draw(new Scene(size, after), areas);
            areas.forEach(this::keep);
        }
        return areas;
    }

    /** Decides what rests: what has not changed for long enough and touches nothing below it that moves. */
    private void rest() {
        List<Area> moving = new ArrayList<>();
        for (Entry entry : entries) {
            Area area = entry.element.area();
            entry.rests =
                    drawings - entry.since >= REST_DRAWINGS && moving.stream().noneMatch(area::touches);
            if (!entry.rests) {
                moving.add(area);
            }
        }
    }

    private void keep(Area area) {
        int[] pixels = canvas.pixels();
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            int from = y * size.width() + area.x();
            System.arraycopy(pixels, from, ground, from, area.width());
        }
    }

    private Scene above(Scene scene) {
        List<Element> elements = new ArrayList<>(entries.size() + 1);
        elements.add(groundElement);
        for (Entry entry : entries) {
            if (!entry.rests) {
                elements.add(entry.element);
            }
        }
        return elements.size() > entries.size() ? scene : new Scene(size, elements);
    }

    @Override
    public int[] pixels() {
        return canvas.pixels();
    }

    @Override
    public void close() {
        canvas.close();
    }
}
