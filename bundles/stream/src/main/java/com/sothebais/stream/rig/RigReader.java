package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Area;
import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.document.Json;
import com.sothebais.stream.document.Nearest;
import com.sothebais.stream.document.Node;
import com.sothebais.stream.document.Problem;
import com.sothebais.stream.document.Schema;
import com.sothebais.stream.picture.SvgRefused;
import com.sothebais.stream.rig.Drawings.UnreadableDrawing;
import com.sothebais.stream.rig.Motion.Point;
import com.sothebais.stream.rig.Rig.Part;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads rigs: first against the schema, then for what a schema cannot say, then by drawing each file once. Thread-safe. */
final class RigReader {
    static final String SCHEMA = "/rigs/rig.schema.json";

    /** Largest rig.json read, bytes. */
    static final int DOCUMENT_MAX_BYTES = 128 * 1024;

    /** All files together, drawn once, milliseconds. */
    static final int TRIAL_MAX_MILLIS = 20_000;

    private static final int TRIAL_EDGE = 64;

    /** One for all readers, read by the first that has something to read. */
    private static final class Published {
        private static final Schema OF_RIGS = Schema.of(BundledRig.text(SCHEMA));

        private Published() {}
    }

    /**
     * Reads a rig whose drawings are known to be good; they are read when they are first shown.
     *
     * @throws DocumentException when it must not go on air, with everything that is wrong
     */
    Rig read(RigFiles files) {
        Json document = Json.read(text(files));
        refuse(Published.OF_RIGS.check(document));
        return new Reading(new Node(document, ""), files).rig();
    }

    /** The same for a rig from outside: every drawing is tried. */
    Rig readAndTry(RigFiles files) {
        Rig rig = read(files);
        List<Problem> problems = new ArrayList<>();
        long start = System.nanoTime();
        BufferedImage sheet = new BufferedImage(TRIAL_EDGE, TRIAL_EDGE, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = sheet.createGraphics();
        for (String file : rig.files()) {
            try {
                rig.drawings().of(file).paint(pen, TRIAL_EDGE, TRIAL_EDGE, 0);
            } catch (UnreadableDrawing e) {
                problems.add(new Problem("", e.getMessage()));
            } catch (SvgRefused e) {
                problems.add(new Problem("", file + ": " + e.getMessage()));
            }
            if (System.nanoTime() - start > TRIAL_MAX_MILLIS * 1_000_000L) {
                problems.add(new Problem(
                        "", "drawing its files takes longer than " + TRIAL_MAX_MILLIS + " ms; simplify the layers"));
                break;
            }
        }
        pen.dispose();
        refuse(problems);
        return rig;
    }

    private static String text(RigFiles files) {
        if (!files.has(RigFiles.RIG)) {
            throw new DocumentException(List.of(new Problem("", "there is no " + RigFiles.RIG + " in it; write it")));
        }
        try {
            byte[] bytes = files.read(RigFiles.RIG);
            if (bytes.length > DOCUMENT_MAX_BYTES) {
                throw new DocumentException(List.of(new Problem(
                        "", "has " + bytes.length + " bytes; at most " + DOCUMENT_MAX_BYTES + " are read")));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DocumentException(List.of(new Problem("", "it is not UTF-8; save it as UTF-8")));
        } catch (IOException e) {
            throw new DocumentException(List.of(new Problem("", e.getMessage())));
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
    }

    /** One reading of one rig. */
    private static final class Reading {
        private final Node root;
        private final RigFiles files;
        private final List<Problem> problems = new ArrayList<>();
        private final ArtReader art;
        private final Map<String, List<Motion>> bones = new HashMap<>();
        private final Set<String> ids = new HashSet<>();

        Reading(Node root, RigFiles files) {
            this.root = root;
            this.files = files;
            this.art = new ArtReader(files, problems);
        }

        Rig rig() {
            Point size = point(root.field("size"));
            root.find("bones").ifPresent(all -> all.items().forEach(this::bone));
            List<Part> parts = new ArrayList<>();
            root.field("parts").items().forEach(node -> parts.add(part(node, size)));
            refuse(problems);
            return new Rig(root.field("name").text(), size, parts, new Drawings(files));
        }

        /** Bones stand below what they follow, so that none can follow itself. */
        private void bone(Node node) {
            List<Motion> chain = new ArrayList<>(follows(node));
            chain.add(motion(node));
            String id = node.field("id").text();
            if (bones.put(id, chain) != null) {
                problems.add(new Problem(
                        Problem.inside(node.path(), "id"),
                        "the bone '" + id + "' is there twice; give each its own id"));
            }
        }

        private List<Motion> follows(Node node) {
            Optional<Node> follow = node.find("follow");
            if (follow.isEmpty()) {
                return List.of();
            }
            List<Motion> chain = bones.get(follow.get().text());
            if (chain == null) {
                problems.add(new Problem(
                        follow.get().path(),
                        "no bone above is called '" + follow.get().text() + "'"
                                + Nearest.advice(follow.get().text(), bones.keySet())));
                return List.of();
            }
            return chain;
        }

        private Part part(Node node, Point size) {
            String id = node.field("id").text();
            if (!ids.add(id)) {
                problems.add(new Problem(
                        Problem.inside(node.path(), "id"), "the id '" + id + "' is used twice; give each its own"));
            }
            boolean optional = node.find("optional")
                    .map(flag -> ((Json.Flag) flag.json()).value())
                    .orElse(false);
            Area whole = new Area(0, 0, (int) size.x(), (int) size.y());
            Area box = node.find("box").map(Node::area).orElse(whole);
            if (box.isEmpty()) {
                problems.add(new Problem(
                        Problem.inside(node.path(), "box"), "width and height must be at least 1; write x, y, w, h"));
            }
            Art drawn = art.art(node.field("art"), optional);
            boolean animated = drawn.files().values().stream().anyMatch(file -> file.endsWith(".json"));
            if (node.has("frames") && !animated && !drawn.files().isEmpty()) {
                problems.add(new Problem(
                        Problem.inside(node.path(), "frames"), "only Lottie files (.json) have frames; remove it"));
            }
            return new Part(
                    drawn,
                    node.find("mask").map(mask -> art.art(mask, optional)),
                    frames(node),
                    box,
                    node.number("opacity", 100),
                    follows(node),
                    motion(node));
        }

        private static List<Frames> frames(Node node) {
            List<Frames> frames = new ArrayList<>();
            for (Node range : node.find("frames").map(Node::items).orElse(List.of())) {
                double from = range.field("from").decimal();
                frames.add(new Frames(
                        range.find("mood").map(mood -> Mood.valueOf(upper(mood.text()))),
                        range.find("mouth").map(mouth -> Mouth.valueOf(upper(mouth.text()))),
                        from,
                        range.find("to").map(Node::decimal).orElse(from),
                        range.find("drive").map(drive -> Driver.valueOf(upper(drive.text())))));
            }
            return frames;
        }

        private static String upper(String label) {
            return label.toUpperCase(Locale.ROOT);
        }

        private static Motion motion(Node node) {
            Map<Mood, Double> tilt = new EnumMap<>(Mood.class);
            node.find("tilt").ifPresent(moods -> moods.names()
                    .forEach(name -> tilt.put(
                            Mood.valueOf(upper(name)), moods.field(name).decimal())));
            Motion motion = new Motion(
                    node.find("pivot").map(Reading::point).orElse(new Point(0, 0)),
                    tilt,
                    driven(node, "move", Reading::point),
                    driven(node, "turn", Node::decimal),
                    driven(node, "grow", Reading::point));
            return motion.isNone() ? Motion.NONE : motion;
        }

        private static <V> Map<Driver, V> driven(Node node, String name, Function<Node, V> value) {
            Map<Driver, V> driven = new EnumMap<>(Driver.class);
            Stream.of(Driver.values()).forEach(driver -> node.find(name)
                    .flatMap(all -> all.find(driver.label()))
                    .ifPresent(found -> driven.put(driver, value.apply(found))));
            return driven;
        }

        private static Point point(Node node) {
            List<Node> numbers = node.items();
            return new Point(numbers.get(0).decimal(), numbers.get(1).decimal());
        }
    }
}
