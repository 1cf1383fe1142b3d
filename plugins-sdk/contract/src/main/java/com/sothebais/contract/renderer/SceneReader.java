package com.sothebais.contract.renderer;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads scenes as records write themselves, the form in which the core keeps its golden scenes: {@code = name 1280x720}, then an element
 * a line, {@code id | x y width height | Panel[fill=.., ..]}. Colours may be hexadecimal too.
 */
final class SceneReader {
    private static final Pattern SCENE = Pattern.compile("= (\\S+) (\\d+)x(\\d+)");
    private static final Pattern ELEMENT =
            Pattern.compile("(\\S+) \\| (-?\\d+) (-?\\d+) (\\d+) (\\d+) \\| (\\w+)\\[(.*)]");
    private static final Pattern TEXT = Pattern.compile("text=(.*), style=Style\\[weight=(\\w+), sizePixels=(\\d+), "
            + "color=(\\S+), align=(\\w+), lines=(\\d+)](?:, offsetPixels=(-?\\d+))?");
    private static final Pattern VALUE = Pattern.compile("\\w+=([^,]*)(?:, )?");

    private SceneReader() {}

    /** Scenes by name, in their order. */
    static Map<String, Scene> read(String resource) {
        try (InputStream in = SceneReader.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return scenes(lines.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Scene> scenes(List<String> lines) {
        Map<String, Scene> scenes = new LinkedHashMap<>();
        String name = "";
        for (String line : lines) {
            Matcher head = SCENE.matcher(line);
            if (head.matches()) {
                name = head.group(1);
                Size size = new Size(Integer.parseInt(head.group(2)), Integer.parseInt(head.group(3)));
                scenes.put(name, new Scene(size, List.of()));
            } else {
                scenes.put(name, with(scenes.get(name), element(line)));
            }
        }
        return scenes;
    }

    private static Scene with(Scene scene, Element element) {
        List<Element> elements = new ArrayList<>(scene.elements());
        elements.add(element);
        return new Scene(scene.size(), elements);
    }

    private static Element element(String line) {
        MatchResult found = matched(ELEMENT, line);
        Area area = new Area(number(found, 2), number(found, 3), number(found, 4), number(found, 5));
        return new Element(found.group(1), area, content(found.group(6), found.group(7)));
    }

    private static Content content(String kind, String values) {
        if (kind.equals("Text") || kind.equals("Ticker")) {
            return text(kind, matched(TEXT, values));
        }
        List<String> all =
                VALUE.matcher(values).results().map(value -> value.group(1)).toList();
        return switch (kind) {
            case "Gradient" -> new Content.Gradient(color(all.get(0)), color(all.get(1)));
            case "Panel" -> new Content.Panel(color(all.get(0)), color(all.get(1)), color(all.get(2)));
            case "Bar" -> new Content.Bar(color(all.get(0)), color(all.get(1)), color(all.get(2)));
            case "Picture" -> new Content.Picture(new AssetId(all.get(0)), color(all.get(1)), color(all.get(2)));
            case "Code" -> new Content.Code(color(all.get(0)), all.get(1), color(all.get(2)), color(all.get(3)));
            case "Figure" ->
                new Content.Figure(
                        Mood.valueOf(all.get(0)),
                        Mouth.valueOf(all.get(1)),
                        color(all.get(2)),
                        color(all.get(3)),
                        color(all.get(4)));
            default -> throw new IllegalArgumentException("no such content: " + kind);
        };
    }

    private static Content text(String kind, MatchResult found) {
        Style style = new Style(
                Weight.valueOf(found.group(2)),
                number(found, 3),
                color(found.group(4)),
                Align.valueOf(found.group(5)),
                number(found, 6));
        return kind.equals("Text")
                ? new Content.Text(found.group(1), style)
                : new Content.Ticker(found.group(1), style, number(found, 7));
    }

    private static MatchResult matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected " + pattern + ", got " + text);
        }
        return matcher.toMatchResult();
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** Any number; a colour may need all 32 bits. */
    private static int color(String value) {
        return Long.decode(value).intValue();
    }
}
