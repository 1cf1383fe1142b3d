package com.sothebais.stream.layout;

import com.sothebais.stream.document.Node;
import com.sothebais.stream.layout.Move.View;
import com.sothebais.stream.motif.Bubble.Side;
import com.sothebais.stream.motif.Bubble.Tail;
import com.sothebais.stream.motif.Pattern;
import com.sothebais.stream.motif.Shader.Paint;
import java.util.Locale;
import java.util.Optional;

/** Reads movements, tails of bubbles and patterns that fit the schema. */
final class MotifReader {
    /** The movement called slow: from a detail above the middle, where faces are, out to the whole. */
    private static final int SLOW_ZOOM = 260;

    private static final int SLOW_Y = 380;
    private static final int SLOW_SECONDS = 12;
    private static final int TAIL_AT = 400;
    private static final int TAIL_LENGTH = 16;
    private static final int USUAL_PERCENT = 100;

    private MotifReader() {}

    static Move move(Node node) {
        View whole = View.of(node.number("zoom", 0));
        Optional<Node> motion = node.find("motion");
        if (motion.isEmpty()) {
            return Move.still(whole);
        }
        if (motion.get().isText()) {
            return motion.get().text().equals("slow")
                    ? new Move(new View(whole.zoom() + SLOW_ZOOM, View.MIDDLE, SLOW_Y), whole, SLOW_SECONDS, false)
                    : Move.still(whole);
        }
        return new Move(
                motion.get().find("from").map(MotifReader::view).orElse(whole),
                motion.get().find("to").map(MotifReader::view).orElse(whole),
                motion.get().field("seconds").number(),
                motion.get().text("repeat", "once").equals("swing"));
    }

    private static View view(Node node) {
        return new View(node.number("zoom", 0), node.number("x", View.MIDDLE), node.number("y", View.MIDDLE));
    }

    static Tail tail(Node node) {
        return new Tail(
                Side.valueOf(node.field("side").text().toUpperCase(Locale.ROOT)),
                node.number("at", TAIL_AT),
                node.number("length", TAIL_LENGTH));
    }

    /** @param from colour where there is nothing of the pattern @param to colour where there is all of it */
    static Paint paint(Node node, int from, int to) {
        return new Paint(
                Pattern.valueOf(node.field("look").text().toUpperCase(Locale.ROOT)),
                from,
                to,
                node.number("speed", USUAL_PERCENT),
                node.number("scale", USUAL_PERCENT));
    }
}
