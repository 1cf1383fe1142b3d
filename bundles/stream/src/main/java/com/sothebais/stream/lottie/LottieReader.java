package com.sothebais.stream.lottie;

import static com.sothebais.stream.lottie.Fields.isOn;
import static com.sothebais.stream.lottie.Fields.list;
import static com.sothebais.stream.lottie.Fields.need;
import static com.sothebais.stream.lottie.Fields.number;
import static com.sothebais.stream.lottie.Fields.refused;

import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.document.Json;
import com.sothebais.stream.document.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the layers of one file, and refuses by name what is not played, so that nothing is left out unseen. */
final class LottieReader {
    /** Layers of a file. */
    static final int LAYERS_MAX = 100;

    /** Longest edge of an animation, units. */
    static final int EDGE_MAX = 8_192;

    private static final int SHAPES = 4;
    private static final int NOTHING = 3;
    private static final Map<Integer, String> OTHER_LAYERS = Map.of(
            0, "a pre-composition; put its layers into the main one",
            1, "a solid; draw a rectangle",
            2, "an image; use a PNG part for it",
            5, "text; convert it to shapes",
            6, "sound; remove it");
    /** What changes a layer's look in ways that are not drawn, and what to do about it. */
    private static final Map<String, String> UNPLAYED = Map.of(
            "tt", "a track matte; cut the shapes, or use a mask of the rig",
            "td", "a track matte; cut the shapes, or use a mask of the rig",
            "hasMask", "a mask; cut the shapes, or use a mask of the rig",
            "ddd", "in three dimensions; make it flat",
            "ao", "turned along its way; add keyframes of rotation",
            "bm", "blended with what lies below; use plain colours");

    private final TrackReader tracks = new TrackReader();
    private final ShapeReader shapes = new ShapeReader(tracks);

    /** @throws DocumentException with the first thing that is wrong or not played */
    Lottie read(Json json) {
        Node root = new Node(json, "");
        double width = edge(need(root, "w"));
        double height = edge(need(root, "h"));
        double first = number(root, "ip", 0);
        double last = number(need(root, "op"));
        if (last <= first) {
            throw refused(need(root, "op"), "it ends before it begins; export at least one frame");
        }
        List<Node> nodes = list(need(root, "layers"));
        if (nodes.size() > LAYERS_MAX) {
            throw refused(root, "it has " + nodes.size() + " layers, at most " + LAYERS_MAX + "; merge some");
        }
        Map<Integer, Node> byIndex = new HashMap<>();
        nodes.forEach(node -> node.find("ind").ifPresent(index -> byIndex.put((int) number(index), node)));
        List<Layer> layers = new ArrayList<>();
        for (Node node : nodes) {
            if (!isOn(node, "hd")) {
                layers.add(layer(node, byIndex));
            }
        }
        return new Lottie(width, height, first, last, layers);
    }

    private static double edge(Node node) {
        double edge = number(node);
        if (edge < 1 || edge > EDGE_MAX) {
            throw refused(node, "must be within 1 and " + EDGE_MAX);
        }
        return edge;
    }

    private Layer layer(Node node, Map<Integer, Node> byIndex) {
        int type = (int) number(need(node, "ty"));
        if (type != SHAPES && type != NOTHING) {
            String what = OTHER_LAYERS.getOrDefault(type, "of the kind " + type + "; use shapes");
            throw refused(node, named(node) + " is not played: it is " + what);
        }
        UNPLAYED.forEach((field, advice) -> {
            if (isOn(node, field)) {
                throw refused(node, named(node) + " is not played: it is or has " + advice);
            }
        });
        if (!list(node, "ef").isEmpty()) {
            throw refused(node, named(node) + " is not played: it has effects; remove them");
        }
        if (number(node, "sr", 1) != 1) {
            throw refused(node, named(node) + " is not played: its time is stretched; move its keyframes");
        }
        return new Layer(
                shapes.placing(need(node, "ks")),
                parents(node, byIndex),
                number(node, "ip", Double.NEGATIVE_INFINITY),
                number(node, "op", Double.POSITIVE_INFINITY),
                type == NOTHING ? List.of() : shapes.items(list(node, "shapes")));
    }

    private static String named(Node node) {
        return "the layer '"
                + node.find("nm").filter(Node::isText).map(Node::text).orElse("?") + "'";
    }

    private List<Placing> parents(Node node, Map<Integer, Node> byIndex) {
        LinkedList<Placing> chain = new LinkedList<>();
        Optional<Node> index = node.find("parent");
        while (index.isPresent()) {
            Node parent = byIndex.get((int) number(index.get()));
            if (parent == null) {
                throw refused(index.get(), "there is no layer with this index; export it again");
            }
            if (chain.size() >= LAYERS_MAX) {
                throw refused(index.get(), "layers are fixed to each other in a circle; let one go");
            }
            chain.addFirst(shapes.placing(need(parent, "ks")));
            index = parent.find("parent");
        }
        return chain;
    }
}
