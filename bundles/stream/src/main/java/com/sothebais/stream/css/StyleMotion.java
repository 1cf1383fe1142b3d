package com.sothebais.stream.css;

import com.sothebais.stream.css.Animations.One;
import com.sothebais.stream.css.Keyframes.Frame;
import com.sothebais.stream.css.Properties.Place;
import com.sothebais.stream.css.Track.Point;
import com.sothebais.stream.markup.Change;
import com.sothebais.stream.markup.Element;
import com.sothebais.stream.markup.Markup;
import com.sothebais.stream.markup.Motion;
import com.sothebais.stream.markup.Template;
import com.sothebais.stream.markup.UnplayedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What style sheets animate in a drawing, as CSS Animations Level 1 has it. What waits for a pointer never begins.
 *
 * @param unplayed properties that are animated and stand still here, in order
 */
public record StyleMotion(Motion motion, List<String> unplayed) {
    /** Animations of all elements together. */
    static final int PLAYS_MAX = 3_000;

    /** Values of all keyframes of all elements together. */
    static final int POINTS_MAX = 100_000;

    private static final String STYLE = "style";
    private static final String KEYFRAMES = "keyframes";

    /** What the outermost element cannot have itself. */
    private static final Set<String> OF_GROUPS = Set.of("transform", "opacity", "visibility", "display");

    /** One animation of a property. */
    private record Layer(Run run, Track track) {}

    /**
     * Takes the style sheets out of the drawing, and writes what they say to its elements.
     *
     * @return empty when they animate nothing in it; then nothing is changed
     * @throws UnplayedException when they have more than is played
     */
    public static Optional<StyleMotion> of(Markup drawing) {
        List<Element> elements = drawing.root().map(StyleMotion::all).orElse(List.of());
        List<Element> sheets = elements.stream()
                .filter(one -> one.name().equals(STYLE))
                .filter(one -> Sheet.isHere(one.attribute("media")))
                .toList();
        if (sheets.stream().noneMatch(one -> text(one).contains(KEYFRAMES))) {
            return Optional.empty();
        }
        limit(elements.stream().mapToInt(Element::depth).max().orElse(0), Template.DEPTH_MAX, "elements around one");
        Sheet sheet = new Sheet();
        sheets.forEach(one -> sheet.read(text(one)));
        Cascade cascade = new Cascade(sheet);
        Map<Element, Map<String, Declaration>> declared = new LinkedHashMap<>();
        Map<Element, List<One>> plays = new LinkedHashMap<>();
        int count = 0;
        for (Element element : elements) {
            Map<String, Declaration> won = cascade.of(element);
            declared.put(element, won);
            List<One> all = Animations.of(won).all().stream()
                    .filter(one -> sheet.keyframes(one.name()).isPresent())
                    .toList();
            count += all.size();
            limit(count, PLAYS_MAX, "animations of elements");
            if (!all.isEmpty()) {
                plays.put(element, all);
            }
        }
        if (plays.isEmpty()) {
            return Optional.empty();
        }
        Styled styled = new Styled(declared);
        styled.write();
        elements.stream().filter(one -> one.name().equals(STYLE)).forEach(one -> one.parent()
                .ifPresent(parent -> parent.inside().remove(one)));
        return Optional.of(new Reading(sheet, cascade, styled, declared).motion(plays));
    }

    /** In the order of the file; not by calling itself, since nobody limited how deep they lie. */
    private static List<Element> all(Element root) {
        List<Element> all = new ArrayList<>();
        Deque<Element> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Element next = open.pop();
            all.add(next);
            List<Element> children = next.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return all;
    }

    private static String text(Element sheet) {
        StringBuilder text = new StringBuilder();
        sheet.inside().stream().filter(String.class::isInstance).forEach(text::append);
        return text.toString();
    }

    private static void limit(int count, int most, String what) {
        if (count > most) {
            throw new UnplayedException(
                    "it is animated by style sheets and has more than " + most + " " + what + "; simplify it");
        }
    }

    /** Makes tracks of what is animated. One thread. */
    private static final class Reading {
        private final Sheet sheet;
        private final Cascade cascade;
        private final Styled styled;
        private final Map<Element, Map<String, Declaration>> declared;
        private final Set<String> unplayed = new TreeSet<>();
        private double endMillis;
        private int points;

        Reading(Sheet sheet, Cascade cascade, Styled styled, Map<Element, Map<String, Declaration>> declared) {
            this.sheet = sheet;
            this.cascade = cascade;
            this.styled = styled;
            this.declared = declared;
        }

        StyleMotion motion(Map<Element, List<One>> plays) {
            Map<Element, Map<String, Change>> changes = new LinkedHashMap<>();
            plays.forEach((element, all) -> {
                Map<String, List<Layer>> layers = new LinkedHashMap<>();
                all.forEach(one -> layers(element, one, layers));
                if (!layers.isEmpty()) {
                    changes.put(element, new LinkedHashMap<>());
                }
                layers.forEach((property, of) -> changes.get(element)
                        .put(Styled.attribute(element, property), (millis, below) -> at(of, millis, below)));
            });
            changes.keySet().stream()
                    .filter(element -> element.parent().isEmpty())
                    .findFirst()
                    .ifPresent(root -> group(root, changes));
            return new StyleMotion(new Motion(changes, endMillis), List.copyOf(unplayed));
        }

        private void layers(Element element, One one, Map<String, List<Layer>> layers) {
            List<Frame> frames = sheet.keyframes(one.name()).orElseThrow().frames();
            Map<String, TreeMap<Double, Point>> known = new LinkedHashMap<>();
            Place place = styled.place(element);
            for (Frame frame : frames) {
                Ease easing = Ease.of(frame.easing()).orElse(one.easing());
                for (Declaration declaration : frame.declarations()) {
                    limit(++points, POINTS_MAX, "values of keyframes");
                    String property = declaration.property();
                    Optional<Value> value = cascade.substitute(element, declaration.value())
                            .flatMap(text -> Properties.read(property, text, place));
                    if (value.isPresent()) {
                        known.computeIfAbsent(property, any -> new TreeMap<>())
                                .put(frame.offset(), new Point(frame.offset(), value.get(), easing));
                    } else if (Properties.isSeen(property)) {
                        unplayed.add(property);
                    }
                }
            }
            known.forEach((property, of) -> {
                Declaration own = declared.get(element).get(property);
                if (own == null || !own.important()) {
                    endMillis = Math.max(endMillis, one.run().endMillis());
                    layers.computeIfAbsent(property, any -> new ArrayList<>())
                            .add(new Layer(one.run(), track(element, property, of, one.easing())));
                }
            });
        }

        /** What keyframes leave out at the beginning and at the end is what there is without the animation. */
        private Track track(Element element, String property, TreeMap<Double, Point> points, Ease easing) {
            if (points.firstKey() > 0 || points.lastKey() < 1) {
                String written = styled.underlying(element, property);
                Value without = Properties.read(property, written, styled.place(element))
                        .orElseGet(() -> new Value.Word(written));
                points.putIfAbsent(0.0, new Point(0, without, easing));
                points.putIfAbsent(1.0, new Point(1, without, easing));
            }
            return new Track(List.copyOf(points.values()));
        }

        private static Optional<String> at(List<Layer> layers, double millis, Optional<String> below) {
            Optional<String> value = below;
            for (Layer layer : layers) {
                OptionalDouble share = layer.run.at(millis);
                if (share.isPresent()) {
                    value = Optional.of(layer.track.at(share.getAsDouble()).text());
                }
            }
            return value;
        }

        /** What the outermost element cannot have is drawn as that of a group of all. */
        private void group(Element root, Map<Element, Map<String, Change>> changes) {
            Map<String, Change> ofGroup = new LinkedHashMap<>(changes.get(root));
            ofGroup.keySet().retainAll(OF_GROUPS);
            if (ofGroup.isEmpty()) {
                return;
            }
            Element group = root.wrap("g");
            Optional.ofNullable(root.attributes().remove(Properties.TRANSFORM))
                    .ifPresent(transform -> group.attributes().put(Properties.TRANSFORM, transform));
            String origin = Optional.ofNullable(root.attributes().remove(Properties.ORIGIN))
                    .or(() -> Origin.of(Styled.origin(root), styled.place(root).box())
                            .map(Origin::text))
                    .orElse("0 0");
            group.attributes().put(Properties.ORIGIN, origin);
            changes.get(root).keySet().removeAll(OF_GROUPS);
            changes.put(group, ofGroup);
        }
    }
}
