package com.sothebais.stream.scene;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.stream.layout.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scenes of one layout at one size. All elements are made again only when the show says something else; of those the ones that
 * look the same stay the same objects. In between only what moves by itself is looked at. One thread.
 */
final class Composition {
    private static final int TICKER_WRAP = 1 << 24;

    private final Layout layout;
    private final Scale scale;
    private final Camera camera;
    private final Motifs motifs;
    private final List<Moving> moving = new ArrayList<>();
    private Optional<State> said = Optional.empty();
    private Optional<Scene> last = Optional.empty();
    private Element[] elements = {};

    /** An element that may look different in each frame, and its place in the scene. */
    private record Moving(int place, Motion motion) {}

    /** How it looks in a frame. */
    @FunctionalInterface
    interface Motion {
        Content at(Figure figure, long frame);
    }

    Composition(Layout layout, Screen screen, Playing playing) {
        this.layout = layout;
        this.scale = new Scale(layout.canvas(), screen.size());
        this.camera = new Camera(screen, playing);
        this.motifs = new Motifs(screen);
    }

    Layout layout() {
        return layout;
    }

    Scene scene(State state, Figure figure, long frame) {
        boolean fresh = said.isEmpty() || said.get() != state;
        if (fresh) {
            compose(state);
            said = Optional.of(state);
        }
        boolean moved = move(figure, frame);
        if (fresh || moved || last.isEmpty()) {
            last = Optional.of(new Scene(scale.size(), List.of(elements)));
        }
        return last.get();
    }

    private void compose(State state) {
        Map<String, Element> before = new HashMap<>(elements.length * 2);
        for (Element element : elements) {
            before.put(element.id(), element);
        }
        moving.clear();
        Layer layer = new Layer(scale, state, camera, motifs);
        Area all = new Area(0, 0, layout.canvas().width(), layout.canvas().height());
        layer.put(
                "background",
                all,
                new Gradient(layout.background().from(), layout.background().to()));
        layout.regions().forEach(layer::region);
        List<Element> made = new ArrayList<>(layer.elements());
        state.sign().ifPresent(sign -> made.addAll(sign.on(scale.size())));
        elements = new Element[made.size()];
        for (int i = 0; i < elements.length; i++) {
            Element was = before.get(made.get(i).id());
            elements[i] = made.get(i).equals(was) ? was : made.get(i);
        }
        layer.motions().forEach((place, motion) -> {
            Element was = before.get(elements[place].id());
            // How it looked is compared with how it looks now when it moves.
            if (was != null && was.area().equals(elements[place].area())) {
                elements[place] = was;
            }
            moving.add(new Moving(place, motion));
        });
        Set<String> ids = made.stream().map(Element::id).collect(Collectors.toSet());
        camera.keep(ids);
        motifs.keep(ids);
    }

    private boolean move(Figure figure, long frame) {
        boolean moved = false;
        for (int i = 0; i < moving.size(); i++) {
            int place = moving.get(i).place();
            Element was = elements[place];
            Content content = moving.get(i).motion().at(figure, frame);
            if (!content.equals(was.content())) {
                elements[place] = new Element(was.id(), was.area(), content);
                moved = true;
            }
        }
        return moved;
    }

    /** A line that has run so many pixels of the canvas a frame. */
    static Motion running(Ticker still, int speed, Scale scale) {
        return (figure, frame) ->
                new Ticker(still.text(), still.style(), scale.length((int) (frame * speed % TICKER_WRAP)));
    }

    /** The host in the pose of the frame. */
    static Motion host() {
        return (figure, frame) -> figure;
    }
}
