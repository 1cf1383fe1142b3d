package com.sothebais.stream.scene;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The areas in which two scenes differ. They lie in the scene, do not overlap, have even edges as 4:2:0 video needs, and are at
 * most {@link #AREAS_MAX}.
 */
public final class Damage {

    /** More areas than this cost more in clipping than they save in pixels. */
    public static final int AREAS_MAX = 10;

    private Damage() {}

    /** Everything. */
    public static List<Area> all(Size size) {
        return List.of(new Area(0, 0, size.width(), size.height()));
    }

    /** What must be drawn again to get from one scene to the other; empty when they look the same. */
    public static List<Area> between(Scene before, Scene after) {
        if (before == after) {
            return List.of();
        }
        if (!before.size().equals(after.size())) {
            return all(after.size());
        }
        List<Area> areas = sameIds(before.elements(), after.elements())
                ? replaced(before.elements(), after.elements())
                : changed(before.elements(), after.elements());
        return joined(areas, List.of(), after.size());
    }

    /** What both lists cover, and no more than it takes to have even edges, no overlaps and few areas. */
    public static List<Area> joined(List<Area> some, List<Area> others, Size size) {
        List<Area> areas = new ArrayList<>();
        some.forEach(area -> addEven(areas, area, size));
        others.forEach(area -> addEven(areas, area, size));
        while (areas.size() > AREAS_MAX) {
            mergeCheapest(areas);
        }
        return List.copyOf(areas);
    }

    private static void addEven(List<Area> areas, Area area, Size size) {
        Area even = even(area, size);
        if (!even.isEmpty()) {
            add(areas, even);
        }
    }

    /** Most frames have the elements of the one before, and then their places tell which is which. */
    private static boolean sameIds(List<Element> before, List<Element> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != after.get(i)
                    && !before.get(i).id().equals(after.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    private static List<Area> replaced(List<Element> before, List<Element> after) {
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Element was = before.get(i);
            Element is = after.get(i);
            if (was != is && !was.equals(is)) {
                areas.add(was.area());
                areas.add(is.area());
            }
        }
        return areas;
    }

    private static List<Area> changed(List<Element> before, List<Element> after) {
        Map<String, Element> old = new HashMap<>(before.size() * 2);
        Map<String, Integer> places = new HashMap<>(before.size() * 2);
        for (Element element : before) {
            places.put(element.id(), places.size());
            old.put(element.id(), element);
        }
        List<Area> areas = new ArrayList<>();
        int highest = -1;
        for (Element element : after) {
            Element was = old.remove(element.id());
            if (was == null) {
                areas.add(element.area());
                continue;
            }
            // An element that is now above one that used to be above it looks different wherever the two meet.
            int place = places.get(element.id());
            boolean reordered = place < highest;
            highest = Math.max(highest, place);
            if (reordered || !was.equals(element)) {
                areas.add(was.area());
                areas.add(element.area());
            }
        }
        old.values().forEach(gone -> areas.add(gone.area()));
        return areas;
    }

    private static Area even(Area area, Size size) {
        int left = Math.max(0, area.x()) & ~1;
        int top = Math.max(0, area.y()) & ~1;
        int right = Math.min(size.width(), (area.x() + area.width() + 1) & ~1);
        int bottom = Math.min(size.height(), (area.y() + area.height() + 1) & ~1);
        boolean nothing = area.isEmpty() || right <= left || bottom <= top;
        return nothing ? new Area(0, 0, 0, 0) : new Area(left, top, right - left, bottom - top);
    }

    /** Adds an area and joins whatever it overlaps, until nothing does. */
    private static void add(List<Area> areas, Area added) {
        Area grown = added;
        boolean again = true;
        while (again) {
            again = false;
            for (int i = areas.size() - 1; i >= 0; i--) {
                if (areas.get(i).touches(grown)) {
                    grown = grown.union(areas.remove(i));
                    again = true;
                }
            }
        }
        areas.add(grown);
    }

    private static void mergeCheapest(List<Area> areas) {
        int first = 0;
        int second = 1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < areas.size(); i++) {
            for (int j = i + 1; j < areas.size(); j++) {
                long waste = pixels(areas.get(i).union(areas.get(j))) - pixels(areas.get(i)) - pixels(areas.get(j));
                if (waste < least) {
                    least = waste;
                    first = i;
                    second = j;
                }
            }
        }
        Area other = areas.remove(second);
        add(areas, areas.remove(first).union(other));
    }

    private static long pixels(Area area) {
        return (long) area.width() * area.height();
    }
}
