package com.sothebais.render.java2d.internal;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Part;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import java.util.ArrayList;
import java.util.List;

/** An auction as it might be on air, with everything that moves in it: one scene for each frame. */
final class AuctionScene {
    private static final AssetId ARTWORK = new AssetId("a".repeat(64));
    private static final int WHITE = 0xFFF7F4EE;
    private static final int GOLD = 0xFFE0B35A;

    private final List<Element> elements = new ArrayList<>();

    private AuctionScene() {}

    static Scene at(int frame) {
        AuctionScene scene = new AuctionScene();
        scene.add(0, 0, 1280, 720, new Gradient(0xFF0B0E16, 0xFF241A33));
        scene.add(32, 72, 600, 362, new Panel(0xE0181D29, 0xFF9C7A3C, 14));
        scene.add(46, 86, 572, 334, new Picture(ARTWORK, 10, new Part(250 * frame, 500_000, 500_000), 0));
        scene.add(648, 72, 600, 362, new Panel(0xE0181D29, 0xFF343B4B, 14));
        scene.text(668, 120, 560, 44, "Koi at Dusk", Weight.BOLD, 40, WHITE, Align.LEFT);
        scene.text(668, 236, 330, 80, "2." + frame / 60 + " ETH", Weight.FIGURES, 84, GOLD, Align.LEFT);
        scene.text(
                1034,
                240,
                194,
                70,
                String.format("00:%02d", 59 - frame / 30 % 60),
                Weight.FIGURES,
                64,
                WHITE,
                Align.RIGHT);
        scene.add(1034, 325, 194, 9, new Bar(1_000 - frame % 1_001, GOLD, 0xFF30333D));
        scene.add(32, 446, 600, 216, new Panel(0xE0181D29, 0, 14));
        scene.add(40, 452, 228, 206, figure(frame));
        String caption = "Two point five from lena! Do I hear more? " + frame / 90;
        scene.add(280, 470, 330, 170, new Text(caption, new Style(Weight.REGULAR, 27, WHITE, Align.LEFT, 4)));
        scene.add(648, 446, 600, 216, new Panel(0xE0181D29, 0, 14));
        Style running = new Style(Weight.REGULAR, 22, WHITE, Align.LEFT, 1);
        scene.add(
                0,
                674,
                1280,
                46,
                new Ticker("How to bid: post an amount  ◆  The ledger is public  ◆", running, frame * 2));
        return new Scene(Size.HD, scene.elements);
    }

    private static Figure figure(int frame) {
        Mood mood = Mood.values()[frame / 45 % 8];
        Mouth mouth = Mouth.values()[frame / 3 % 6];
        int blink = Math.max(0, 1_000 - 250 * Math.abs(frame % 50 - 5));
        return new Figure(mood, mouth, blink, frame * 37 % 2_001 - 1_000, (int) Math.round(4 * Math.sin(frame / 30.0)));
    }

    private void text(
            int x, int y, int width, int height, String text, Weight weight, int size, int color, Align align) {
        add(x, y, width, height, new Text(text, new Style(weight, size, color, align, 1)));
    }

    private void add(int x, int y, int width, int height, Content content) {
        elements.add(new Element("e" + elements.size(), new Area(x, y, width, height), content));
    }
}
