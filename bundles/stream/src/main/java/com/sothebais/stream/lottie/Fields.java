package com.sothebais.stream.lottie;

import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.document.Json;
import com.sothebais.stream.document.Node;
import com.sothebais.stream.document.Problem;
import java.util.List;
import java.util.Optional;

/** Reads values of a document that was checked against no schema, because Lottie's own is far larger than what is played. */
final class Fields {
    /** Larger coordinates and times are a mistake, or an attack on whatever draws them. */
    static final double NUMBER_MAX = 1_000_000;

    private Fields() {}

    static DocumentException refused(Node node, String message) {
        return new DocumentException(List.of(new Problem(node.path(), message)));
    }

    static Node need(Node node, String name) {
        return node.find(name).orElseThrow(() -> refused(node, "'" + name + "' is missing; export it again as Lottie"));
    }

    static double number(Node node) {
        if (!(node.json() instanceof Json.Numeral)) {
            throw refused(node, "expected a number, found " + node.json().kind());
        }
        double number = node.decimal();
        if (Math.abs(number) > NUMBER_MAX) {
            throw refused(node, "expected a number within " + (long) NUMBER_MAX + ", found " + number);
        }
        return number;
    }

    static double number(Node node, String name, double otherwise) {
        return node.find(name).map(Fields::number).orElse(otherwise);
    }

    static List<Node> list(Node node) {
        if (!node.isList()) {
            throw refused(node, "expected a list, found " + node.json().kind());
        }
        return node.items();
    }

    static List<Node> list(Node node, String name) {
        return node.find(name).map(Fields::list).orElse(List.of());
    }

    /** Whether a switch is on: exporters write 1, and some true. */
    static boolean isOn(Node node, String name) {
        Optional<Json> value = node.find(name).map(Node::json);
        return value.isPresent() && (value.get() instanceof Json.Flag flag ? flag.value() : number(node, name, 0) != 0);
    }

    /** The number of one value, or the numbers of several. */
    static Values values(Node node) {
        return new Values(
                node.isList() ? list(node).stream().map(Fields::number).toList() : List.of(number(node)));
    }
}
