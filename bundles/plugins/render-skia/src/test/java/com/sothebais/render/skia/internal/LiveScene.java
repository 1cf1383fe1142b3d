package com.sothebais.render.skia.internal;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.contract.renderer.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lot on air, with everything that moves in it: one scene for each frame of 30 a second. */
final class LiveScene {
    private static final Scene STILL = References.scenes().get("show-bids");

    private LiveScene() {}

    static Scene at(int frame) {
        return new Scene(
                STILL.size(),
                STILL.elements().stream()
                        .map(element -> new Element(element.id(), element.area(), content(element, frame)))
                        .toList());
    }

    private static Content content(Element element, int frame) {
        Content was = element.content();
        return switch (element.id()) {
            case "artwork" -> new Picture(((Picture) was).asset(), 10, frame / 4);
            case "host.figure" ->
                new Figure(
                        Mood.CALM, Mouth.values()[frame / 3 % 6], 0, 0, (int) Math.round(4 * Math.sin(frame / 30.0)));
            case "price" -> new Text("2." + frame / 60 + " ETH", ((Text) was).style());
            case "clock" -> new Text(String.format("00:%02d", 59 - frame / 30 % 60), ((Text) was).style());
            case "clock.bar" -> new Bar(1_000 - frame / 3 % 1_001, ((Bar) was).color(), ((Bar) was).background());
            case "ticker" -> new Ticker(((Ticker) was).text(), ((Ticker) was).style(), 2 * frame);
            default -> was;
        };
    }

    /** Areas of what changed; those of this scene do not touch each other. */
    static List<Area> damage(Scene before, Scene after) {
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < after.elements().size(); i++) {
            if (!after.elements().get(i).equals(before.elements().get(i))) {
                areas.add(after.elements().get(i).area());
            }
        }
        return areas;
    }

    /** Pictures that keep what they have drawn, as those of the platform do. */
    static Pictures pictures() {
        Pictures plain = References.pictures();
        record Place(Content content, int width, int height) {}
        Map<Place, Optional<Bitmap>> prints = new HashMap<>();
        Map<Place, List<Bitmap>> figures = new HashMap<>();
        return new Pictures() {
            @Override
            public Optional<Bitmap> picture(Picture content, int width, int height) {
                return prints.computeIfAbsent(
                        new Place(content, width, height), place -> plain.picture(content, width, height));
            }

            @Override
            public List<Bitmap> figure(Figure content, int width, int height) {
                return figures.computeIfAbsent(
                        new Place(content, width, height), place -> plain.figure(content, width, height));
            }
        };
    }
}
