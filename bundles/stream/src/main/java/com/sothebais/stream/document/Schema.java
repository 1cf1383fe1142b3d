package com.sothebais.stream.document;

import com.sothebais.stream.document.Json.Fields;
import com.sothebais.stream.document.Json.Items;
import com.sothebais.stream.document.Json.Numeral;
import com.sothebais.stream.document.Json.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks documents against the published schema, with messages for people. It understands what that schema uses of JSON Schema
 * 2020-12, and refuses a schema that uses more, so that nothing published goes unchecked. Immutable.
 */
public final class Schema {
    private static final Set<String> UNDERSTOOD = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "title",
            "description",
            "type",
            "const",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "items",
            "minItems",
            "maxItems",
            "properties",
            "required",
            "additionalProperties",
            "maxProperties",
            "minProperties",
            "propertyNames",
            "oneOf");
    /** Which branch of a choice is meant, when all of them are objects. */
    private static final String DISCRIMINATOR = "type";

    private final Fields root;
    private final Map<String, Json> definitions;

    private Schema(Fields root) {
        this.root = root;
        this.definitions = fields(root, "$defs");
        requireUnderstood(root);
        definitions.values().forEach(definition -> requireUnderstood((Fields) definition));
    }

    public static Schema of(String text) {
        return new Schema((Fields) Json.read(text));
    }

    /** What is wrong with a document; empty when nothing is. */
    public List<Problem> check(Json document) {
        List<Problem> problems = new ArrayList<>();
        check(document, root, "", problems);
        return problems;
    }

    /** The same for one definition, for files that are only a part of a document. */
    public List<Problem> check(Json document, String definition) {
        List<Problem> problems = new ArrayList<>();
        check(document, (Fields) definitions.get(definition), "", problems);
        return problems;
    }

    private void check(Json value, Fields schema, String path, List<Problem> problems) {
        Fields rule = resolved(schema);
        Optional<Problem> wrong = typed(value, rule, path).or(() -> valued(value, rule, path));
        if (wrong.isPresent()) {
            problems.add(wrong.get());
            return;
        }
        if (rule.values().get("oneOf") instanceof Items branches) {
            choose(value, branches, path, problems);
        }
        if (value instanceof Items list) {
            items(list, rule, path, problems);
        }
        if (value instanceof Fields object) {
            object(object, rule, path, problems);
        }
    }

    private Fields resolved(Fields schema) {
        Fields rule = schema;
        while (rule.values().get("$ref") instanceof Text reference) {
            rule = (Fields) definitions.get(reference.value().substring("#/$defs/".length()));
        }
        return rule;
    }

    private static Optional<Problem> typed(Json value, Fields rule, String path) {
        Optional<String> type = text(rule, "type");
        if (type.isEmpty() || is(value, type.get())) {
            return Optional.empty();
        }
        return Optional.of(new Problem(path, "expected " + wanted(rule, type.get()) + ", found " + value.kind()));
    }

    private static boolean is(Json value, String type) {
        return switch (type) {
            case "object" -> value instanceof Fields;
            case "array" -> value instanceof Items;
            case "string" -> value instanceof Text;
            case "integer" -> value instanceof Numeral number && number.isWhole();
            case "number" -> value instanceof Numeral;
            case "boolean" -> value instanceof Json.Flag;
            default -> throw new IllegalArgumentException("the schema uses the type " + type);
        };
    }

    private static String wanted(Fields rule, String type) {
        String kind =
                switch (type) {
                    case "object" -> "an object";
                    case "array" -> "a list";
                    case "string" -> "a text";
                    case "integer" -> "a whole number";
                    case "number" -> "a number";
                    default -> "true or false";
                };
        return text(rule, "description").map(words -> kind + " (" + words + ")").orElse(kind);
    }

    private static Optional<Problem> valued(Json value, Fields rule, String path) {
        if (value instanceof Text text) {
            return written(text.value(), rule).map(message -> new Problem(path, message));
        }
        if (value instanceof Numeral number) {
            return limits(rule, number.value(), "minimum", "maximum")
                    .map(words -> new Problem(path, "expected " + words));
        }
        return Optional.empty();
    }

    private static Optional<String> written(String value, Fields rule) {
        String what = text(rule, "title").orElse("value");
        if (rule.values().get("const") instanceof Text only && !only.value().equals(value)) {
            return Optional.of("expected '" + only.value() + "', found '" + cut(value) + "'");
        }
        if (rule.values().get("enum") instanceof Items allowed) {
            List<String> words =
                    allowed.values().stream().map(word -> ((Text) word).value()).toList();
            if (!words.contains(value)) {
                return Optional.of("unknown " + what + " '" + cut(value) + "'" + Nearest.advice(cut(value), words));
            }
        }
        Optional<String> length = limits(rule, BigDecimal.valueOf(value.length()), "minLength", "maxLength");
        if (length.isPresent()) {
            return Optional.of("expected a length of " + length.get());
        }
        if (rule.values().get("pattern") instanceof Text pattern
                && !Pattern.compile(pattern.value()).matcher(value).find()) {
            return Optional.of("'" + cut(value) + "' is no " + what + "; expected "
                    + text(rule, "description").orElse(pattern.value()));
        }
        return Optional.empty();
    }

    private static Optional<String> limits(Fields rule, BigDecimal value, String least, String most) {
        Optional<BigDecimal> minimum = number(rule, least);
        Optional<BigDecimal> maximum = number(rule, most);
        boolean low = minimum.isPresent() && value.compareTo(minimum.get()) < 0;
        boolean high = maximum.isPresent() && value.compareTo(maximum.get()) > 0;
        if (!low && !high) {
            return Optional.empty();
        }
        String limit = low ? "at least " + minimum.get() : "at most " + maximum.get();
        return Optional.of(limit + ", found " + value.toPlainString());
    }

    private void items(Items list, Fields rule, String path, List<Problem> problems) {
        limits(rule, BigDecimal.valueOf(list.values().size()), "minItems", "maxItems")
                .ifPresent(words -> problems.add(new Problem(path, "expected a list of " + words + " items")));
        if (rule.values().get("items") instanceof Fields each) {
            for (int i = 0; i < list.values().size(); i++) {
                check(list.values().get(i), each, path + "/" + i, problems);
            }
        }
    }

    private void object(Fields object, Fields rule, String path, List<Problem> problems) {
        Map<String, Json> properties = fields(rule, "properties");
        Json others = rule.values().get("additionalProperties");
        object.values().forEach((name, value) -> {
            String inside = Problem.inside(path, name);
            if (properties.get(name) instanceof Fields each) {
                check(value, each, inside, problems);
            } else if (others instanceof Fields each) {
                name(name, rule, inside, problems);
                check(value, each, inside, problems);
            } else if (others instanceof Json.Flag allowed && !allowed.value()) {
                problems.add(new Problem(
                        inside,
                        "unknown property '" + cut(name) + "'" + Nearest.advice(cut(name), properties.keySet())));
            }
        });
        limits(rule, BigDecimal.valueOf(object.values().size()), "minProperties", "maxProperties")
                .ifPresent(words -> problems.add(new Problem(path, "expected " + words + " properties")));
        if (rule.values().get("required") instanceof Items required) {
            for (Json name : required.values()) {
                if (!object.values().containsKey(((Text) name).value())) {
                    problems.add(new Problem(path, "'" + ((Text) name).value() + "' is missing; add it"));
                }
            }
        }
    }

    private void name(String name, Fields rule, String path, List<Problem> problems) {
        if (rule.values().get("propertyNames") instanceof Fields names) {
            check(new Text(name), names, path, problems);
        }
    }

    /** Objects are told apart by their type, everything else by what kind of value it is: one branch gives one clear message. */
    private void choose(Json value, Items branches, String path, List<Problem> problems) {
        List<Fields> rules = branches.values().stream()
                .map(branch -> resolved((Fields) branch))
                .toList();
        List<Fields> fitting = rules.stream()
                .filter(rule -> text(rule, "type").map(type -> is(value, type)).orElse(true))
                .toList();
        if (fitting.size() == 1) {
            check(value, fitting.get(0), path, problems);
            return;
        }
        if (fitting.isEmpty()) {
            List<String> kinds = rules.stream()
                    .map(rule -> wanted(rule, text(rule, "type").orElse("object")))
                    .distinct()
                    .toList();
            problems.add(new Problem(path, "expected " + String.join(" or ", kinds) + ", found " + value.kind()));
            return;
        }
        typedBranch(value, fitting, path, problems);
    }

    private void typedBranch(Json value, List<Fields> rules, String path, List<Problem> problems) {
        if (!(((Fields) value).values().get(DISCRIMINATOR) instanceof Text type)) {
            problems.add(
                    new Problem(path, "'type' is missing or no text; add one of " + String.join(", ", types(rules))));
            return;
        }
        Optional<Fields> branch =
                rules.stream().filter(rule -> typeOf(rule).equals(type.value())).findFirst();
        if (branch.isPresent()) {
            check(value, branch.get(), path, problems);
        } else {
            problems.add(new Problem(
                    path + "/" + DISCRIMINATOR,
                    "unknown type '" + cut(type.value()) + "'" + Nearest.advice(cut(type.value()), types(rules))));
        }
    }

    private static List<String> types(List<Fields> rules) {
        return rules.stream().map(Schema::typeOf).toList();
    }

    private static String typeOf(Fields rule) {
        return text((Fields) fields(rule, "properties").get(DISCRIMINATOR), "const")
                .orElseThrow(() -> new IllegalArgumentException("a branch of the schema has no type"));
    }

    private static void requireUnderstood(Fields schema) {
        schema.values().forEach((word, value) -> {
            if (!UNDERSTOOD.contains(word)) {
                throw new IllegalArgumentException("the schema uses '" + word + "', which is not checked");
            }
            if (word.equals("properties")) {
                ((Fields) value).values().values().forEach(each -> requireUnderstood((Fields) each));
            } else if (value instanceof Fields inner && !word.equals("$defs")) {
                requireUnderstood(inner);
            } else if (value instanceof Items list && word.equals("oneOf")) {
                list.values().forEach(each -> requireUnderstood((Fields) each));
            }
        });
    }

    private static Map<String, Json> fields(Fields schema, String name) {
        return schema.values().get(name) instanceof Fields found ? found.values() : Map.of();
    }

    private static Optional<String> text(Fields schema, String name) {
        return schema.values().get(name) instanceof Text found ? Optional.of(found.value()) : Optional.empty();
    }

    private static Optional<BigDecimal> number(Fields schema, String name) {
        return schema.values().get(name) instanceof Numeral found ? Optional.of(found.value()) : Optional.empty();
    }

    /** Messages stay readable whatever a file contains. */
    public static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
