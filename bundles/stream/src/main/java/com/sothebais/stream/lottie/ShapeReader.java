package com.sothebais.stream.lottie;

import static com.sothebais.stream.lottie.Fields.isOn;
import static com.sothebais.stream.lottie.Fields.list;
import static com.sothebais.stream.lottie.Fields.need;
import static com.sothebais.stream.lottie.Fields.number;
import static com.sothebais.stream.lottie.Fields.refused;

import com.sothebais.stream.document.Node;
import com.sothebais.stream.lottie.Item.Box;
import com.sothebais.stream.lottie.Item.Fill;
import com.sothebais.stream.lottie.Item.Group;
import com.sothebais.stream.lottie.Item.Outline;
import com.sothebais.stream.lottie.Item.Oval;
import com.sothebais.stream.lottie.Item.Stroke;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads shapes and where they are drawn. */
final class ShapeReader {
    /** Shapes, groups, fills and strokes of a file. */
    static final int ITEMS_MAX = 600;

    private static final int EVEN_ODD = 2;
    private static final Map<String, String> UNPLAYED = Map.of(
            "gf", "a gradient fill; use a plain colour, or an SVG part",
            "gs", "a gradient stroke; use a plain colour",
            "tm", "trimmed paths; add keyframes of the path",
            "rp", "a repeater; copy the shapes",
            "mm", "merged paths; merge them before the export",
            "rd", "rounded corners; round the path itself",
            "sr", "a star; convert it to a path",
            "pb", "pucker and bloat; convert it to a path",
            "tw", "a twist; convert it to a path",
            "zz", "a zigzag; convert it to a path");

    private final TrackReader tracks;
    private int count;

    ShapeReader(TrackReader tracks) {
        this.tracks = tracks;
    }

    List<Item> items(List<Node> nodes) {
        List<Item> items = new ArrayList<>();
        for (Node node : nodes) {
            if (++count > ITEMS_MAX) {
                throw refused(node, "it has more than " + ITEMS_MAX + " shapes; simplify it");
            }
            if (!isOn(node, "hd")) {
                item(node).ifPresent(items::add);
            }
        }
        return items;
    }

    private Optional<Item> item(Node node) {
        String type = need(node, "ty").isText() ? node.field("ty").text() : "?";
        if (isOn(node, "bm")) {
            throw refused(node, "it is blended with what lies below, which is not played; use plain colours");
        }
        return switch (type) {
            case "gr" -> Optional.of(group(list(need(node, "it"))));
            case "sh" -> Optional.of(new Outline(tracks.curve(need(node, "ks"))));
            case "rc" ->
                Optional.of(new Box(
                        tracks.position(need(node, "p")),
                        tracks.values(need(node, "s")),
                        tracks.values(node, "r").orElse(Track.still(Values.of(0)))));
            case "el" -> Optional.of(new Oval(tracks.position(need(node, "p")), tracks.values(need(node, "s"))));
            case "fl" ->
                Optional.of(new Fill(tracks.values(need(node, "c")), opacity(node), number(node, "r", 1) == EVEN_ODD));
            case "st" -> Optional.of(stroke(node));
            // Where its group is drawn, which the group reads; on its own it places nothing.
            case "tr" -> Optional.empty();
            default ->
                throw refused(
                        node,
                        "'" + type + "' is not played: it is "
                                + UNPLAYED.getOrDefault(type, "unknown; use paths, rectangles and ellipses"));
        };
    }

    private Group group(List<Node> nodes) {
        Placing placing = nodes.stream()
                .filter(node -> node.find("ty")
                        .filter(Node::isText)
                        .map(Node::text)
                        .filter("tr"::equals)
                        .isPresent())
                .findFirst()
                .map(this::placing)
                .orElse(Placing.NONE);
        return new Group(placing, items(nodes));
    }

    private Stroke stroke(Node node) {
        if (!list(node, "d").isEmpty()) {
            throw refused(node, "dashed strokes are not played; draw the dashes");
        }
        int cap = (int) number(node, "lc", 1);
        int join = (int) number(node, "lj", 1);
        return new Stroke(
                tracks.values(need(node, "c")),
                opacity(node),
                tracks.values(need(node, "w")),
                cap == 2 ? BasicStroke.CAP_ROUND : cap == 3 ? BasicStroke.CAP_SQUARE : BasicStroke.CAP_BUTT,
                join == 2 ? BasicStroke.JOIN_ROUND : join == 3 ? BasicStroke.JOIN_BEVEL : BasicStroke.JOIN_MITER,
                number(node, "ml", 4));
    }

    private Track<Values> opacity(Node node) {
        return tracks.values(node, "o").orElse(Track.still(Values.of(100)));
    }

    /** Of a layer or a group. */
    Placing placing(Node node) {
        boolean skewed = tracks.values(node, "sk")
                .filter(skew -> skew.keys().stream().anyMatch(key -> key.value().get(0) != 0))
                .isPresent();
        if (skewed) {
            throw refused(node, "skew is not played; use a path");
        }
        if (node.has("rx") || node.has("ry") || node.has("rz")) {
            throw refused(node, "turning in three dimensions is not played; make the layer flat");
        }
        Placing none = Placing.NONE;
        return new Placing(
                tracks.values(node, "a").orElse(none.anchor()),
                node.find("p").map(this::way).orElse(none.position()),
                tracks.values(node, "s").orElse(none.scale()),
                tracks.values(node, "r").orElse(none.degrees()),
                tracks.values(node, "o").orElse(none.opacity()));
    }

    private Placing.Way way(Node position) {
        if (!isOn(position, "s")) {
            return tracks.position(position)::at;
        }
        Track<Values> x = tracks.values(need(position, "x"));
        Track<Values> y = tracks.values(need(position, "y"));
        return frame -> Values.of(x.at(frame).get(0), y.at(frame).get(0));
    }
}
