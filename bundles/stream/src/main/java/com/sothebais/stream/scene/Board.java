package com.sothebais.stream.scene;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import java.util.ArrayList;
import java.util.List;

/** Collects the elements of a scene from back to front, in the coordinates of 1280 by 720, and scales them to any size. */
final class Board {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private final Size size;
    private final List<Element> elements = new ArrayList<>(64);

    Board(Size size) {
        this.size = size;
    }

    Board put(String id, Area area, Content content) {
        elements.add(new Element(id, scaled(area), content));
        return this;
    }

    Board gradient(String id, Area area, int from, int to) {
        return put(id, area, new Gradient(from, to));
    }

    Board panel(String id, Area area, int fill, int border, int cornerRadius) {
        return put(id, area, new Panel(fill, border, length(cornerRadius)));
    }

    Board text(String id, Area area, String text, Style style) {
        return text.isEmpty() ? this : put(id, area, new Text(text, scaled(style)));
    }

    Board picture(String id, Area area, Picture picture) {
        return put(id, area, new Picture(picture.asset(), length(picture.cornerRadius()), picture.zoomPermille()));
    }

    Board ticker(String id, Area area, Ticker ticker) {
        return put(id, area, new Ticker(ticker.text(), scaled(ticker.style()), length(ticker.offsetPixels())));
    }

    Board figure(String id, Area area, Figure figure) {
        int sway = figure.swayPixels() * size.height() / HEIGHT;
        return put(
                id,
                area,
                new Figure(figure.mood(), figure.mouth(), figure.blinkPermille(), figure.gazePermille(), sway));
    }

    Scene scene() {
        return new Scene(size, elements);
    }

    private Style scaled(Style style) {
        return new Style(style.weight(), length(style.sizePixels()), style.color(), style.align(), style.lines());
    }

    private int length(int pixels) {
        return pixels * size.height() / HEIGHT;
    }

    private Area scaled(Area area) {
        int left = area.x() * size.width() / WIDTH;
        int top = area.y() * size.height() / HEIGHT;
        int right = (area.x() + area.width()) * size.width() / WIDTH;
        int bottom = (area.y() + area.height()) * size.height() / HEIGHT;
        return new Area(left, top, right - left, bottom - top);
    }
}
