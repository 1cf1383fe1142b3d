package com.sothebais.stream.layout;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.document.Json;
import com.sothebais.stream.document.Node;
import com.sothebais.stream.document.Problem;
import com.sothebais.stream.document.Schema;
import com.sothebais.stream.layout.Layout.Background;
import com.sothebais.stream.layout.Layout.Frame;
import com.sothebais.stream.layout.Layout.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads layout files: first against the schema, then for what a schema cannot say. Thread-safe. */
public final class LayoutReader {

    /** Largest file read, bytes; the bundled layout has a fifth of it. */
    public static final int FILE_MAX_BYTES = 128 * 1024;

    private static final int OVERLAY_Z = 10;

    /** One for all readers, read by the first that has something to read. */
    private static final class Published {
        private static final Schema SCHEMA = Schema.of(BundledLayout.resource(BundledLayout.SCHEMA));

        private Published() {}
    }

    private final Predicate<AssetId> stored;

    /** @param stored whether a picture is there to be shown */
    public LayoutReader(Predicate<AssetId> stored) {
        this.stored = stored;
    }

    /**
     * Reads a layout.
     *
     * @param theme what a campaign changes of its style, as JSON
     * @throws DocumentException when either must not go on air, with everything that is wrong
     */
    public Layout read(String text, Optional<String> theme) {
        Json layout = Json.read(text);
        refuse(Published.SCHEMA.check(layout));
        Optional<Json> changes = theme.map(Json::read);
        changes.ifPresent(json -> refuse(Published.SCHEMA.check(json, "theme")));
        return new Reading(new Node(layout, ""), changes.map(json -> new Node(json, ""))).layout();
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
    }

    private record Placed(int z, Region region) {}

    /** One reading of one file. */
    private final class Reading {
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final Node root;
        private final Tokens tokens;
        private final ItemReader items;
        private final Size canvas;

        Reading(Node root, Optional<Node> theme) {
            this.root = root;
            this.tokens = new Tokens(root.field("style"), problems);
            theme.ifPresent(node -> tokens.override(node.field("style")));
            this.items = new ItemReader(tokens, stored, problems);
            this.canvas = size(root.field("canvas"));
        }

        Layout layout() {
            Node background = root.field("background");
            int from = tokens.color(background.field("from"));
            int to = background.find("to").map(tokens::color).orElse(from);
            List<Placed> regions = new ArrayList<>();
            root.field("quadrants").items().forEach(node -> regions.add(region(node, 0)));
            root.find("overlays").ifPresent(all -> all.items().forEach(node -> regions.add(region(node, OVERLAY_Z))));
            regions.sort(Comparator.comparingInt(Placed::z));
            refuse(problems);
            return new Layout(
                    root.field("name").text(),
                    canvas,
                    new Background(from, to),
                    regions.stream().map(Placed::region).toList());
        }

        private Size size(Node node) {
            int width = node.field("width").number();
            int height = node.field("height").number();
            if (width % 2 == 0 && height % 2 == 0) {
                return new Size(width, height);
            }
            problems.add(new Problem(node.path(), "width and height must be even, as video needs them to be"));
            return Size.HD;
        }

        private Placed region(Node node, int z) {
            Area bounds = node.field("bounds").area();
            within(bounds, new Area(0, 0, canvas.width(), canvas.height()), node.field("bounds"), "the canvas");
            Frame frame = items.frame(node, unique(node), bounds);
            Area inside = items.padded(node, bounds);
            List<Item> found = new ArrayList<>();
            for (Node element : node.field("elements").items()) {
                Area area = element.field("area").area();
                within(
                        area,
                        new Area(0, 0, inside.width(), inside.height()),
                        element.field("area"),
                        "the space inside the padding of '" + frame.id() + "'");
                Area placed = new Area(inside.x() + area.x(), inside.y() + area.y(), area.width(), area.height());
                found.addAll(items.items(element, unique(element), placed));
            }
            return new Placed(node.number("z", z), new Region(frame, found));
        }

        private String unique(Node node) {
            String id = node.field("id").text();
            if (!ids.add(id)) {
                problems.add(new Problem(
                        Problem.inside(node.path(), "id"), "the id '" + id + "' is used twice; give each its own"));
            }
            return id;
        }

        private void within(Area area, Area whole, Node node, String what) {
            if (area.isEmpty() || !area.intersection(whole).equals(area)) {
                problems.add(new Problem(
                        node.path(),
                        "x " + area.x() + " to " + (area.x() + area.width()) + ", y " + area.y() + " to "
                                + (area.y() + area.height()) + " does not lie within " + what + ", which is "
                                + whole.width() + " by " + whole.height()));
            }
        }
    }
}
