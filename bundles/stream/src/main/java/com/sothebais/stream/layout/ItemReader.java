package com.sothebais.stream.layout;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.stream.document.Node;
import com.sothebais.stream.document.Problem;
import com.sothebais.stream.layout.Item.Column;
import com.sothebais.stream.layout.Item.Columns;
import com.sothebais.stream.layout.Item.Look;
import com.sothebais.stream.layout.Item.Tones;
import com.sothebais.stream.layout.Layout.Box;
import com.sothebais.stream.layout.Layout.Frame;
import com.sothebais.stream.motif.Bubble;
import com.sothebais.stream.motif.Bubble.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads elements that fit the schema; a bubble becomes its box and its two texts. Used while one layout is read. */
final class ItemReader {
    private static final int CLEAR = 0;
    private static final int OPAQUE = 0xFF000000;
    private static final double CODE_CONTRAST = 4.5;
    private static final int TICKER_SPEED = 2;
    private static final int SPEAKER_HEIGHT = 28;
    private static final Tokens.Font UNKNOWN_FONT = new Tokens.Font(Weight.REGULAR, 24);

    private final Tokens tokens;
    private final Predicate<AssetId> stored;
    private final List<Problem> problems;

    ItemReader(Tokens tokens, Predicate<AssetId> stored, List<Problem> problems) {
        this.tokens = tokens;
        this.stored = stored;
        this.problems = problems;
    }

    /** Where a region or an element stands, when, and on what. */
    Frame frame(Node node, String id, Area area) {
        When when = node.find("when").map(this::when).orElse(When.ALWAYS);
        return new Frame(id, area, when, node.find("box").map(this::box));
    }

    /** What padding leaves of an area. */
    Area padded(Node node, Area area) {
        Optional<Node> padding = node.find("padding");
        int upright = padding.map(at -> at.isList() ? tokens.length(at.items().get(0)) : tokens.length(at))
                .orElse(0);
        int across = padding.map(at -> at.isList() ? tokens.length(at.items().get(1)) : tokens.length(at))
                .orElse(0);
        if (2 * across >= area.width() || 2 * upright >= area.height()) {
            padding.ifPresent(at -> problems.add(new Problem(
                    at.path(), "leaves nothing of " + area.width() + " by " + area.height() + "; make it smaller")));
            return area;
        }
        return new Area(area.x() + across, area.y() + upright, area.width() - 2 * across, area.height() - 2 * upright);
    }

    /** What an element consists of, from back to front. */
    List<Item> items(Node node, String id, Area area) {
        Frame frame = frame(node, id, area);
        return switch (node.field("type").text()) {
            case "text" -> List.of(new Item.Words(frame, template(node.field("text")), look(node)));
            case "captions" -> List.of(captions(node, frame));
            case "leader" -> List.of(new Item.Words(frame, Template.of(bound(node, Binding.LOT_LEADER)), look(node)));
            case "price", "countdown" ->
                List.of(new Item.Words(frame, Template.of(bound(node, Binding.LOT_PRICE)), look(node)));
            case "bubble" -> bubble(node, frame);
            case "ticker" ->
                List.of(new Item.Running(
                        frame, template(node.field("text")), look(node), node.number("speed", TICKER_SPEED)));
            case "artwork" ->
                List.of(new Item.Picture(
                        frame,
                        bound(node, Binding.LOT_ARTWORK),
                        tokens.length(node, "corner"),
                        MotifReader.move(node)));
            case "image", "video" ->
                List.of(new Item.Image(
                        frame, asset(node.field("asset")), tokens.length(node, "corner"), MotifReader.move(node)));
            case "progress" ->
                List.of(new Item.Progress(
                        frame, bound(node, Binding.LOT_LEFT), tint(node, "color", "tints"), color(node, "track")));
            case "list" -> List.of(rows(node, frame));
            case "host" -> List.of(new Item.Host(frame));
            case "qr" -> List.of(code(node, frame));
            case "box" -> List.of(new Item.Plain(frame));
            case "shader" ->
                List.of(new Item.Shaded(frame, MotifReader.paint(node, color(node, "from"), color(node, "to"))));
            default -> throw new IllegalStateException("the schema allows a type that nothing reads: " + node);
        };
    }

    private Item code(Node node, Frame frame) {
        int dark = color(node, "dark") | OPAQUE;
        int light = color(node, "light") | OPAQUE;
        if (Contrast.luminance(dark) >= Contrast.luminance(light) || Contrast.ratio(dark, light) < CODE_CONTRAST) {
            problems.add(new Problem(
                    node.path(),
                    "readers need dark modules on a light ground with a contrast of " + CODE_CONTRAST
                            + " to 1; change 'dark' or 'light'"));
        }
        return new Item.Code(frame, bound(node, Binding.WALLET_PAGE), dark, light);
    }

    private Item captions(Node node, Frame frame) {
        Template text = node.find("text").map(this::template).orElse(Template.of(Binding.CAPTION_TEXT));
        return new Item.Words(spoken(frame, frame.id(), frame.area(), frame.box()), text, look(node));
    }

    /** The box of a bubble: with a tail it is narrower than the area, and the tail stands beside it. */
    private Item boxed(Node node, Frame frame) {
        Optional<Bubble.Tail> tail = node.find("tail").map(MotifReader::tail);
        return tail.isEmpty()
                ? new Item.Plain(spoken(frame, frame.id(), frame.area(), frame.box()))
                : new Item.Bubbled(
                        spoken(frame, frame.id(), frame.area(), Optional.empty()),
                        frame.box().orElseThrow(() -> drifted(node)),
                        tail.get());
    }

    /** What the tail leaves of an area. */
    private Area beside(Node node, Area area) {
        Optional<Bubble.Tail> tail = node.find("tail").map(MotifReader::tail);
        int length = tail.map(Bubble.Tail::length).orElse(0);
        if (length >= area.width()) {
            problems.add(new Problem(node.path(), "the tail leaves no room; make it shorter or the area wider"));
            return area;
        }
        int left = tail.filter(one -> one.side() == Side.LEFT).isPresent() ? length : 0;
        return new Area(area.x() + left, area.y(), area.width() - length, area.height());
    }

    private List<Item> bubble(Node node, Frame frame) {
        Area inside = padded(node, beside(node, frame.area()));
        Node speaker = node.field("speaker");
        Node text = node.field("text");
        int height = node.number("speakerHeight", SPEAKER_HEIGHT);
        int top = height + tokens.length(node, "gap");
        if (top >= inside.height()) {
            problems.add(new Problem(node.path(), "the speaker leaves no room for the text; make the area higher"));
            return List.of();
        }
        Area name = new Area(inside.x(), inside.y(), inside.width(), height);
        Area words = new Area(inside.x(), inside.y() + top, inside.width(), inside.height() - top);
        return List.of(
                boxed(node, frame),
                new Item.Words(
                        spoken(frame, frame.id() + ".speaker", name, Optional.empty()),
                        template(speaker, Binding.CAPTION_SPEAKER),
                        look(speaker)),
                new Item.Words(
                        spoken(frame, frame.id() + ".text", words, Optional.empty()),
                        template(text, Binding.CAPTION_TEXT),
                        look(text)));
    }

    /** Nothing of a caption is shown while nobody speaks, its box neither. */
    private static Frame spoken(Frame frame, String id, Area area, Optional<Box> box) {
        List<When.Term> terms = new ArrayList<>(frame.when().terms());
        terms.add(new When.Term(Condition.CAPTION_SHOWN, false));
        return new Frame(id, area, new When(terms), box);
    }

    private Template template(Node words, Binding otherwise) {
        return words.find("text").map(this::template).orElse(Template.of(otherwise));
    }

    private Item.Rows rows(Node node, Frame frame) {
        int count = node.field("rows").number();
        int gap = tokens.length(node, "gap");
        if (frame.area().height() - (count - 1) * gap < count) {
            problems.add(new Problem(
                    node.path(),
                    count + " rows do not fit into a height of " + frame.area().height()));
        }
        Node colors = node.field("colors");
        Tones tones = new Tones(
                color(colors, "leading"),
                color(colors, "plain"),
                color(colors, "faded"),
                color(colors, "good"),
                color(colors, "bad"),
                color(colors, "open"));
        Node all = node.field("columns");
        int width = frame.area().width();
        Columns columns = new Columns(
                column(all.field("amount"), width),
                column(all.field("name"), width),
                column(all.field("verdict"), width));
        return new Item.Rows(frame, bound(node, Binding.LIST_NOW), count, gap, columns, tones);
    }

    private Column column(Node node, int width) {
        Column column =
                new Column(node.field("left").number(), node.field("width").number(), look(node, Tint.of(CLEAR)));
        if (column.left() + column.width() > width) {
            problems.add(new Problem(
                    node.path(),
                    "ends at " + (column.left() + column.width()) + ", but the list is " + width + " wide"));
        }
        return column;
    }

    private Look look(Node node) {
        return look(node, tint(node, "color", "tints"));
    }

    private Look look(Node node, Tint color) {
        Tokens.Font font = tokens.font(node.field("font"), UNKNOWN_FONT);
        Align align = Align.valueOf(node.text("align", "left").toUpperCase(Locale.ROOT));
        return new Look(font.weight(), font.size(), color, align, node.number("lines", 1));
    }

    private Box box(Node node) {
        Tint border = node.has("border") ? tint(node, "border", "borderTints") : Tint.of(CLEAR);
        if (!node.has("border") && node.has("borderTints")) {
            problems.add(new Problem(Problem.inside(node.path(), "borderTints"), "needs a 'border' to tint; add one"));
        }
        return new Box(tint(node, "fill", "fillTints"), border, tokens.length(node, "corner"));
    }

    private Tint tint(Node node, String color, String tints) {
        List<Tint.Case> cases = new ArrayList<>();
        node.find(tints).ifPresent(all -> all.items()
                .forEach(one -> cases.add(new Tint.Case(when(one.field("when")), color(one, "color")))));
        return new Tint(color(node, color), cases);
    }

    private int color(Node node, String name) {
        return tokens.color(node.field(name));
    }

    private When when(Node node) {
        List<Node> names = node.isList() ? node.items() : List.of(node);
        return new When(names.stream().map(this::term).toList());
    }

    private When.Term term(Node node) {
        boolean not = node.text().startsWith("!");
        String name = not ? node.text().substring(1) : node.text();
        return new When.Term(Condition.named(name).orElseThrow(() -> drifted(node)), not);
    }

    private Binding bound(Node node, Binding otherwise) {
        return node.find("bind")
                .map(bind -> Binding.named(bind.text()).orElseThrow(() -> drifted(bind)))
                .orElse(otherwise);
    }

    private static IllegalStateException drifted(Node node) {
        return new IllegalStateException("the schema allows a name that nothing knows: " + node);
    }

    private AssetId asset(Node node) {
        AssetId id = new AssetId(node.text());
        if (!stored.test(id)) {
            problems.add(new Problem(node.path(), "no picture of this name is stored; upload it first"));
        }
        return id;
    }

    private Template template(Node node) {
        return TemplateReader.read(node, problems);
    }
}
