package com.sothebais.stream.scene;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.stream.layout.Item;
import com.sothebais.stream.layout.Item.Column;
import com.sothebais.stream.layout.Layout.Box;
import com.sothebais.stream.layout.Layout.Frame;
import com.sothebais.stream.layout.Layout.Region;
import com.sothebais.stream.layout.Move;
import com.sothebais.stream.layout.Tint;
import com.sothebais.stream.motif.Bubble;
import com.sothebais.stream.motif.Bubble.Tail;
import com.sothebais.stream.scene.Composition.Motion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the items of a layout as elements, from back to front, with what the show says filled in. Used for one composition. */
final class Layer implements Item.Cases<Boolean> {
    private static final Figure STILL = new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0);

    private final Scale scale;
    private final State state;
    private final Camera camera;
    private final Motifs motifs;
    private final List<Element> elements = new ArrayList<>(64);
    private final Map<Integer, Motion> motions = new LinkedHashMap<>();

    Layer(Scale scale, State state, Camera camera, Motifs motifs) {
        this.motifs = motifs;
        this.camera = camera;
        this.scale = scale;
        this.state = state;
    }

    List<Element> elements() {
        return elements;
    }

    /** How elements move, by their place in the list. */
    Map<Integer, Motion> motions() {
        return motions;
    }

    void region(Region region) {
        if (!region.frame().when().holds(state::is)) {
            return;
        }
        box(region.frame());
        for (Item item : region.items()) {
            if (item.frame().when().holds(state::is)) {
                item.fold(this);
            }
        }
    }

    void put(String id, Area area, Content content) {
        elements.add(new Element(id, scale.area(area), content));
    }

    private void put(Frame frame, Content content) {
        box(frame);
        put(frame.id(), frame.area(), content);
    }

    private void box(Frame frame) {
        frame.box().ifPresent(box -> put(frame.id() + ".card", frame.area(), panel(box)));
    }

    private Panel panel(Box box) {
        return new Panel(color(box.fill()), color(box.border()), scale.length(box.corner()));
    }

    private int color(Tint tint) {
        return tint.now(state::is);
    }

    @Override
    public Boolean words(Item.Words item) {
        String text = item.text().filled(state::text);
        if (text.isEmpty()) {
            return false;
        }
        put(
                item.frame(),
                new Text(text, scale.style(item.look(), color(item.look().color()))));
        return true;
    }

    @Override
    public Boolean running(Item.Running item) {
        String text = item.text().filled(state::text);
        if (text.isEmpty()) {
            return false;
        }
        Ticker still =
                new Ticker(text, scale.style(item.look(), color(item.look().color())), 0);
        put(item.frame(), still);
        motions.put(elements.size() - 1, Composition.running(still, item.speed(), scale));
        return true;
    }

    @Override
    public Boolean picture(Item.Picture item) {
        state.picture(item.bind()).ifPresent(asset -> picture(item.frame(), asset, item.corner(), item.move()));
        state.nextPicture().ifPresent(asset -> camera.prepare(asset, place(item.frame())));
        return true;
    }

    @Override
    public Boolean image(Item.Image item) {
        picture(item.frame(), item.asset(), item.corner(), item.move());
        return true;
    }

    private void picture(Frame frame, AssetId asset, int corner, Move move) {
        Picture still = new Picture(asset, scale.length(corner), move.at(0), 0);
        put(frame, still);
        motions.put(elements.size() - 1, camera.over(frame.id(), still, move, place(frame)));
    }

    private Place place(Frame frame) {
        Area area = scale.area(frame.area());
        return new Place(area.width(), area.height());
    }

    @Override
    public Boolean progress(Item.Progress item) {
        state.share(item.bind())
                .ifPresent(share -> put(item.frame(), new Bar(share, color(item.color()), item.track())));
        return true;
    }

    @Override
    public Boolean host(Item.Host item) {
        put(item.frame(), STILL);
        motions.put(elements.size() - 1, Composition.host());
        return true;
    }

    @Override
    public Boolean code(Item.Code item) {
        state.text(item.bind())
                .map(address -> QrCode.of(address, item.dark(), item.light()))
                .ifPresent(code -> put(item.frame(), code));
        return true;
    }

    @Override
    public Boolean bubble(Item.Bubbled item) {
        Tail tail = new Tail(
                item.tail().side(), item.tail().at(), scale.length(item.tail().length()));
        Panel panel = panel(item.box());
        Bubble bubble = new Bubble(panel.fill(), panel.border(), panel.cornerRadius(), tail);
        put(item.frame(), motifs.bubble(item.frame().id(), bubble, place(item.frame())));
        return true;
    }

    @Override
    public Boolean shader(Item.Shaded item) {
        String id = item.frame().id();
        put(item.frame(), motifs.shaded(id, item.paint(), place(item.frame())));
        motions.put(elements.size() - 1, motifs.shading(id, item.paint(), place(item.frame())));
        return true;
    }

    @Override
    public Boolean box(Item.Plain item) {
        box(item.frame());
        return true;
    }

    @Override
    public Boolean rows(Item.Rows item) {
        List<Rows.Row> rows = state.list(item.bind());
        if (rows.isEmpty()) {
            return false;
        }
        box(item.frame());
        Area area = item.frame().area();
        int height = (area.height() - (item.count() - 1) * item.gap()) / item.count();
        for (int i = 0; i < Math.min(item.count(), rows.size()); i++) {
            Area row = new Area(area.x(), area.y() + i * (height + item.gap()), area.width(), height);
            row(item, item.frame().id() + "." + i, row, rows.get(i));
        }
        return true;
    }

    private void row(Item.Rows item, String id, Area area, Rows.Row row) {
        int color =
                switch (row.tone()) {
                    case LEADING -> item.tones().leading();
                    case PLAIN -> item.tones().plain();
                    case FADED -> item.tones().faded();
                };
        int mark =
                switch (row.mark()) {
                    case GOOD -> item.tones().good();
                    case BAD -> item.tones().bad();
                    case OPEN -> item.tones().open();
                };
        cell(id + ".amount", item.columns().amount(), area, row.amount(), color);
        cell(id + ".name", item.columns().name(), area, row.name(), color);
        cell(id + ".verdict", item.columns().verdict(), area, row.verdict(), mark);
    }

    private void cell(String id, Column column, Area row, String text, int color) {
        if (!text.isEmpty()) {
            put(id, column.in(row), new Text(text, scale.style(column.look(), color)));
        }
    }
}
