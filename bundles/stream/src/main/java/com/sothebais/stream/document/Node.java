package com.sothebais.stream.document;

import com.sothebais.api.stream.Area;
import com.sothebais.stream.document.Json.Fields;
import com.sothebais.stream.document.Json.Items;
import com.sothebais.stream.document.Json.Numeral;
import com.sothebais.stream.document.Json.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value of a document that fits the schema, and where it stands. */
public record Node(Json json, String path) {

    public boolean has(String name) {
        return json instanceof Fields object && object.values().containsKey(name);
    }

    /** A field that the schema requires. */
    public Node field(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(path + " has no " + name));
    }

    public Optional<Node> find(String name) {
        return has(name)
                ? Optional.of(new Node(((Fields) json).values().get(name), Problem.inside(path, name)))
                : Optional.empty();
    }

    public List<String> names() {
        return json instanceof Fields object ? List.copyOf(object.values().keySet()) : List.of();
    }

    public boolean isList() {
        return json instanceof Items;
    }

    public boolean isText() {
        return json instanceof Text;
    }

    public List<Node> items() {
        List<Node> nodes = new ArrayList<>();
        for (Json item : ((Items) json).values()) {
            nodes.add(new Node(item, path + "/" + nodes.size()));
        }
        return nodes;
    }

    public String text() {
        return ((Text) json).value();
    }

    public int number() {
        return ((Numeral) json).value().intValueExact();
    }

    /** A number that may have decimals. */
    public double decimal() {
        return ((Numeral) json).value().doubleValue();
    }

    public int number(String name, int otherwise) {
        return find(name).map(Node::number).orElse(otherwise);
    }

    public String text(String name, String otherwise) {
        return find(name).map(Node::text).orElse(otherwise);
    }

    public Area area() {
        List<Node> numbers = items();
        return new Area(
                numbers.get(0).number(),
                numbers.get(1).number(),
                numbers.get(2).number(),
                numbers.get(3).number());
    }
}
