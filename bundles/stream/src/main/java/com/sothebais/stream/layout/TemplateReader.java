package com.sothebais.stream.layout;

import com.sothebais.stream.document.Nearest;
import com.sothebais.stream.document.Node;
import com.sothebais.stream.document.Problem;
import com.sothebais.stream.document.Schema;
import com.sothebais.stream.layout.Template.Literal;
import com.sothebais.stream.layout.Template.Part;
import com.sothebais.stream.layout.Template.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code by {lot.artist}}; a brace that is meant as such is written twice. */
final class TemplateReader {
    private TemplateReader() {}

    static Template read(Node node, List<Problem> problems) {
        String text = node.text();
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            boolean brace = letter == '{' || letter == '}';
            if (brace && at + 1 < text.length() && text.charAt(at + 1) == letter) {
                words.append(letter);
                at += 2;
            } else if (letter == '{' && text.indexOf('}', at) > 0) {
                int end = text.indexOf('}', at);
                flush(words, parts);
                place(node, text.substring(at + 1, end), problems).ifPresent(parts::add);
                at = end + 1;
            } else if (brace) {
                problems.add(new Problem(
                        node.path(), "a lone '" + letter + "'; write it twice, or close the name of a binding"));
                at++;
            } else {
                words.append(letter);
                at++;
            }
        }
        flush(words, parts);
        return new Template(parts);
    }

    private static void flush(StringBuilder words, List<Part> parts) {
        if (words.length() > 0) {
            parts.add(new Literal(words.toString()));
            words.setLength(0);
        }
    }

    private static Optional<Part> place(Node node, String name, List<Problem> problems) {
        Optional<Binding> binding = Binding.named(name);
        if (binding.isEmpty()) {
            String wrong = Schema.cut(name);
            problems.add(new Problem(
                    node.path(), "unknown binding '" + wrong + "'" + Nearest.advice(wrong, Binding.readable())));
            return Optional.empty();
        }
        if (!binding.get().kind().isReadable()) {
            problems.add(new Problem(
                    node.path(), "'" + name + "' is " + binding.get().kind().words() + " and cannot stand in a text"));
            return Optional.empty();
        }
        return Optional.of(new Place(binding.get()));
    }
}
