package com.sothebais.asset.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/**
 * How much there is to draw. A few hundred bytes can ask for thousands of millions of elements by copies of copies ({@code use},
 * patterns, masks, markers) or for as many dashes, so both are counted before anything is drawn.
 */
final class SvgCosts {
    /** Longest chain of elements in elements and copies of copies. */
    private static final int CHAIN_MAX = 1_000;

    /** Most dashes of one line, as its numbers could make them. */
    private static final double DASHES_MAX = 2_000_000;

    /** Characters of path data that make at least one corner, where a marker may stand. */
    private static final int CORNER_CHARACTERS = 3;

    /** A longer number is no coordinate. */
    private static final int DIGITS_MAX = 40;

    private static final Set<String> FLAT = Set.of("lineargradient", "radialgradient", "stop", "style");
    /** What a line can be long by; numbers elsewhere are colours, names and pictures. */
    private static final Set<String> LENGTHS = Set.of(
            "d",
            "points",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "width",
            "height",
            "r",
            "rx",
            "ry",
            "cx",
            "cy",
            "font-size");

    private static final Pattern NUMBER = Pattern.compile("[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]{1,3})?");
    private static final Pattern DASHES =
            Pattern.compile("stroke-dasharray\\s*:\\s*([^;\"'}]{1,2000})", Pattern.CASE_INSENSITIVE);

    private final Limits limits;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byId = new HashMap<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final List<String> sheets = new ArrayList<>();
    private double longest;
    private double shortestDash = Double.MAX_VALUE;

    SvgCosts(Limits limits) {
        this.limits = limits;
    }

    private static final class Node {
        private static final int UNKNOWN = -1;
        private static final int BEGUN = -2;

        private final boolean flat;
        private final List<Node> children = new ArrayList<>(2);
        private final List<String> copies = new ArrayList<>(0);
        private long copiesEach = 1;
        private long cost = UNKNOWN;

        private Node(boolean flat) {
            this.flat = flat;
        }
    }

    void begin(String element, Attributes attributes) {
        Node node = new Node(FLAT.contains(element));
        nodes.add(node);
        limits.checkNodes(nodes.size());
        if (!open.isEmpty()) {
            open.peek().children.add(node);
        }
        open.push(node);
        double numbers = 0;
        for (int i = 0; i < attributes.getLength(); i++) {
            numbers += attribute(node, attributes.getLocalName(i), attributes.getValue(i));
        }
        longest = Math.max(longest, numbers);
    }

    private double attribute(Node node, String name, String value) {
        switch (name) {
            case "id" -> byId.putIfAbsent(value, node);
            case "href" -> {
                if (value.strip().startsWith("#")) {
                    node.copies.add(value.strip().substring(1));
                }
            }
            case "stroke-dasharray" -> dashes(value);
            default -> node.copies.addAll(SvgText.references(value));
        }
        if (name.equals("style")) {
            sheetDashes(value);
        }
        if (name.equals("d") || name.equals("points")) {
            node.copiesEach += value.length() / CORNER_CHARACTERS;
        }
        return LENGTHS.contains(name) ? sum(value) : 0;
    }

    void sheet(String text) {
        sheets.add(text);
        sheetDashes(text);
    }

    void end() {
        open.pop();
    }

    void check() {
        long total = nodes.isEmpty() ? 0 : cost(nodes.get(0), 0);
        for (String sheet : sheets) {
            for (String id : SvgText.references(sheet)) {
                Node target = byId.get(id);
                if (target != null && !target.flat) {
                    total = Math.min(limit(), total + nodes.size() * cost(target, 0));
                }
            }
        }
        limits.checkNodes(total);
        if (shortestDash < Double.MAX_VALUE && longest / shortestDash > DASHES_MAX) {
            throw Source.damaged("has lines of more than " + (long) DASHES_MAX + " dashes");
        }
    }

    private long cost(Node node, int chain) {
        if (node.flat) {
            return 1;
        }
        if (node.cost == Node.BEGUN || chain > CHAIN_MAX) {
            throw Source.damaged("has SVG elements that are copies of themselves");
        }
        if (node.cost == Node.UNKNOWN) {
            node.cost = Node.BEGUN;
            long sum = 1;
            for (Node child : node.children) {
                sum = Math.min(limit(), sum + cost(child, chain + 1));
            }
            for (String id : node.copies) {
                Node target = byId.get(id);
                if (target != null) {
                    long each = target.flat ? 1 : node.copiesEach;
                    sum = Math.min(limit(), sum + each * cost(target, chain + 1));
                }
            }
            node.cost = sum;
        }
        return node.cost;
    }

    /** Counting goes no further than just over what is allowed, so that no sum can overflow. */
    private long limit() {
        return limits.svgNodes() + 1L;
    }

    private void sheetDashes(String text) {
        Matcher dashes = DASHES.matcher(text);
        while (dashes.find()) {
            dashes(dashes.group(1));
        }
    }

    private void dashes(String value) {
        double sum = sum(value);
        if (sum > 0) {
            shortestDash = Math.min(shortestDash, sum);
        }
    }

    private static double sum(String text) {
        double sum = 0;
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            String digits = number.group();
            sum += digits.length() > DIGITS_MAX ? Double.POSITIVE_INFINITY : Double.parseDouble(digits);
        }
        return sum;
    }
}
