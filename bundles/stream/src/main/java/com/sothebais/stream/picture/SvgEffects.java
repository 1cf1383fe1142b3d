package com.sothebais.stream.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a drawing has that takes room and time beyond its shapes: filters, patterns and dashes. The numbers are bounds, not exact:
 * they say what no drawing of it can exceed, and {@link SvgRoom} holds them against limits for the size that is drawn.
 *
 * @param filterWork steps of all filters, each as often as it is done and as heavy as it is
 * @param filterSteps steps of the longest filter, whose results are in memory together
 * @param filterDepth filters inside of what filters are laid on
 * @param reach how far a filter looks beyond what it is laid on, units of the element
 * @param tile largest edge of a pattern, units of the element
 * @param share largest edge of a pattern as a part of the shape that it fills
 * @param tileElements elements drawn into a pattern
 * @param dash shortest length after which dashes repeat, units of the element; infinite without any
 */
record SvgEffects(
        long filterWork,
        int filterSteps,
        int filterDepth,
        double reach,
        double tile,
        double share,
        long tileElements,
        double dash) {
    /** Steps of one filter. */
    static final int STEPS_MAX = 40;

    /** Filters within filters. */
    static final int FILTERS_DEEP_MAX = 4;

    /** Edge of a pattern for the shape it fills. */
    static final double SHARE_MAX = 4;

    /** Dashes that repeat after less are dust, units. */
    static final double DASH_MIN = 0.01;

    /** How heavy a step is for one pixel; the lightest is 1. */
    private static final Map<String, Integer> STEPS = Map.ofEntries(
            Map.entry("feBlend", 6),
            Map.entry("feColorMatrix", 1),
            Map.entry("feComponentTransfer", 1),
            Map.entry("feComposite", 6),
            Map.entry("feDisplacementMap", 5),
            Map.entry("feDropShadow", 3),
            Map.entry("feFlood", 1),
            Map.entry("feGaussianBlur", 2),
            Map.entry("feMerge", 1),
            Map.entry("feMergeNode", 1),
            Map.entry("feOffset", 1),
            Map.entry("feTurbulence", 8),
            Map.entry("feFuncR", 0),
            Map.entry("feFuncG", 0),
            Map.entry("feFuncB", 0),
            Map.entry("feFuncA", 0));

    private static final Pattern LENGTH = Pattern.compile("([-+]?(?:\\d{1,12}\\.?\\d{0,12}|\\.\\d{1,12}))(px|%|)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern DASHES = Pattern.compile("stroke-dasharray\\s*:\\s*([^;]*)");
    private static final String PATTERN = "pattern";
    private static final String FILTER = "filter";

    /** A Gaussian is nothing beyond this many deviations. */
    private static final double DEVIATIONS = 3;

    static boolean isStep(String element) {
        return STEPS.containsKey(element);
    }

    boolean isPlain() {
        return filterWork == 0 && tileElements == 0 && Double.isInfinite(dash);
    }

    /** @param named elements by id, none of which refers to itself */
    static SvgEffects of(SvgElement root, Map<String, SvgElement> named) {
        return new Survey(named).of(root);
    }

    /** What is below an element, as it is drawn. */
    private record Below(long work, int depth, boolean patterns, boolean dashes) {
        private static final Below NOTHING = new Below(0, 0, false, false);

        Below and(Below other) {
            return new Below(
                    work + other.work,
                    Math.max(depth, other.depth),
                    patterns || other.patterns,
                    dashes || other.dashes);
        }
    }

    private static final class Survey {
        private final Map<String, SvgElement> named;
        private final Map<SvgElement, Below> known = new HashMap<>();
        private int steps;
        private double reach;
        private double tile;
        private double share;
        private long tileElements;
        private double dash = Double.POSITIVE_INFINITY;

        Survey(Map<String, SvgElement> named) {
            this.named = named;
        }

        SvgEffects of(SvgElement root) {
            Below all = below(root);
            if (all.depth > FILTERS_DEEP_MAX) {
                throw new SvgRefused("more than " + FILTERS_DEEP_MAX + " filters lie inside each other; flatten them");
            }
            return new SvgEffects(all.work, steps, all.depth, reach, tile, share, tileElements, dash);
        }

        private Below below(SvgElement element) {
            Below before = known.get(element);
            if (before != null) {
                return before;
            }
            Below below = Below.NOTHING;
            for (SvgElement inside : element.inside()) {
                below = below.and(below(inside));
            }
            for (String reference : element.references()) {
                SvgElement target = named.get(reference);
                below = target == null ? below : below.and(referred(target));
            }
            boolean filtered = element.references().stream()
                    .map(named::get)
                    .anyMatch(target -> target != null && target.name().equals(FILTER));
            below = new Below(
                    below.work, below.depth + (filtered ? 1 : 0), below.patterns, below.dashes | dashes(element));
            if (element.name().equals(PATTERN)) {
                pattern(element, below);
                below = Below.NOTHING;
            } else if (element.name().equals(FILTER)) {
                filter(element);
            } else if (element.name().equals("mask") && (below.work > 0 || below.patterns || below.dashes)) {
                throw new SvgRefused("a mask has filters, patterns or dashes; expand them to paths");
            }
            known.put(element, below);
            return below;
        }

        /** What drawing something by its id does. */
        private Below referred(SvgElement target) {
            Below below = below(target);
            return switch (target.name()) {
                case FILTER -> new Below(weight(target), 0, false, false);
                case PATTERN -> new Below(0, 0, true, false);
                default -> below;
            };
        }

        private static long weight(SvgElement filter) {
            long weight = 1;
            for (SvgElement step : filter.inside()) {
                weight += STEPS.getOrDefault(step.name(), 0) + step.inside().size();
            }
            return weight;
        }

        private void filter(SvgElement filter) {
            if (filter.attribute("primitiveUnits").equals("objectBoundingBox")) {
                throw new SvgRefused("a filter has steps in units of its shape; give them in units of the drawing");
            }
            double far = 0;
            int count = 1;
            for (SvgElement step : filter.inside()) {
                count += 1 + step.inside().size();
                far += DEVIATIONS * largest(step.attribute("stdDeviation"))
                        + largest(step.attribute("dx"))
                        + largest(step.attribute("dy"))
                        + largest(step.attribute("scale"));
                if (step.name().equals("feDropShadow")
                        && step.attribute("stdDeviation").isEmpty()) {
                    far += 2 * DEVIATIONS;
                }
            }
            if (count > STEPS_MAX) {
                throw new SvgRefused(
                        "a filter has more than " + STEPS_MAX + " steps; export the effect as PNG, or simplify it");
            }
            steps = Math.max(steps, count);
            reach = Math.max(reach, far);
        }

        /** The largest number of a list; what is no number is none to the library either. */
        private static double largest(String text) {
            double largest = 0;
            Matcher number = NUMBER.matcher(text);
            while (number.find()) {
                largest = Math.max(largest, Math.abs(Double.parseDouble(number.group())));
            }
            return largest;
        }

        private void pattern(SvgElement pattern, Below below) {
            if (below.work > 0 || below.patterns || below.dashes) {
                throw new SvgRefused("a pattern has filters, patterns or dashes in it; expand the pattern to paths");
            }
            boolean inShape = !inherited(pattern, "patternUnits").equals("userSpaceOnUse");
            double edge = Math.max(
                    length(inherited(pattern, "width"), inShape), length(inherited(pattern, "height"), inShape));
            if (inShape && edge > SHARE_MAX) {
                throw new SvgRefused("a pattern is more than " + (int) SHARE_MAX
                        + " times as large as the shape it fills; expand the pattern to paths");
            }
            tile = inShape ? tile : Math.max(tile, edge);
            share = inShape ? Math.max(share, edge) : share;
            tileElements = Math.max(tileElements, pattern.drawn());
        }

        private String inherited(SvgElement pattern, String attribute) {
            SvgElement current = pattern;
            for (int i = 0; i < SvgCheck.DEPTH_MAX; i++) {
                String value = current.attribute(attribute);
                Optional<SvgElement> next = Optional.of(current.attribute("href"))
                        .filter(href -> href.startsWith("#"))
                        .map(href -> named.get(href.substring(1)));
                if (!value.isEmpty() || next.isEmpty()) {
                    return value;
                }
                current = next.get();
            }
            return "";
        }

        private static double length(String text, boolean inShape) {
            if (text.isEmpty()) {
                return 0;
            }
            Matcher length = LENGTH.matcher(text);
            boolean percent = length.matches() && length.group(2).equals("%");
            if (!length.matches() || percent && !inShape) {
                throw new SvgRefused("a pattern has the size '" + text
                        + "'; give it in units of the drawing, or expand the pattern");
            }
            return Math.abs(Double.parseDouble(length.group(1))) / (percent ? 100 : 1);
        }

        private boolean dashes(SvgElement element) {
            boolean any = dashes(element.attribute("stroke-dasharray"));
            Matcher style = DASHES.matcher(element.attribute("style"));
            while (style.find()) {
                // Whichever of them is drawn.
                any |= dashes(style.group(1));
            }
            return any;
        }

        private boolean dashes(String text) {
            double sum = 0;
            Matcher number = NUMBER.matcher(text);
            while (number.find()) {
                sum += Math.abs(Double.parseDouble(number.group()));
            }
            if (sum > 0 && sum < DASH_MIN) {
                throw new SvgRefused("dashed lines that repeat after less than " + DASH_MIN + " are not drawn");
            }
            dash = sum > 0 ? Math.min(dash, sum) : dash;
            return sum > 0;
        }
    }
}
