package com.sothebais.stream.layout;

import com.sothebais.api.stream.Area;
import com.sothebais.stream.layout.Json.Fields;
import com.sothebais.stream.layout.Json.Items;
import com.sothebais.stream.layout.Json.Numeral;
import com.sothebais.stream.layout.Json.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value of a document that fits the schema, and where it stands. */
record Node(Json json, String path) {

    boolean has(String name) {
        return json instanceof Fields object && object.values().containsKey(name);
    }

    /** A field that the schema requires. */
    Node field(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(path + " has no " + name));
    }

    Optional<Node> find(String name) {
        return has(name)
                ? Optional.of(new Node(((Fields) json).values().get(name), Problem.inside(path, name)))
                : Optional.empty();
    }

    List<String> names() {
        return json instanceof Fields object ? List.copyOf(object.values().keySet()) : List.of();
    }

    boolean isList() {
        return json instanceof Items;
    }

    boolean isText() {
        return json instanceof Text;
    }

    List<Node> items() {
        List<Node> nodes = new ArrayList<>();
        for (Json item : ((Items) json).values()) {
            nodes.add(new Node(item, path + "/" + nodes.size()));
        }
        return nodes;
    }

    String text() {
        return ((Text) json).value();
    }

    int number() {
        return ((Numeral) json).value().intValueExact();
    }

    int number(String name, int otherwise) {
        return find(name).map(Node::number).orElse(otherwise);
    }

    String text(String name, String otherwise) {
        return find(name).map(Node::text).orElse(otherwise);
    }

    Area area() {
        List<Node> numbers = items();
        return new Area(
                numbers.get(0).number(),
                numbers.get(1).number(),
                numbers.get(2).number(),
                numbers.get(3).number());
    }
}
