package com.sothebais.web.internal.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.web.internal.guard.Characters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * One object of a body. Every reader gives what is there; what is wrong becomes a mistake and reads as absent, and {@code null}
 * is the same as absent. {@link #end} names the fields that nobody asked for.
 */
public final class Form {
    /** 30 digits before and 36 behind the point: more than any currency has, and less than the tables take. */
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,36})?");

    /** From 2000 to 2999: ids have dates in them, and a year of five digits does not fit. */
    private static final Pattern DATE = Pattern.compile("2[0-9]{3}-[0-9]{2}-[0-9]{2}");

    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9]{2})?");
    private static final Pattern DURATION = Pattern.compile("P[0-9DTHMS.]{2,20}");

    private static final int NAME_SHOWN_MAX = 60;

    private final JsonNode node;
    private final String path;
    private final Mistakes mistakes;
    private final Set<String> asked = new HashSet<>();

    /** @param node an object */
    public Form(JsonNode node, String path, Mistakes mistakes) {
        this.node = node;
        this.path = path;
        this.mistakes = mistakes;
    }

    public Mistakes mistakes() {
        return mistakes;
    }

    /** Where a field is in the body. */
    public String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public boolean has(String name) {
        asked.add(name);
        return node.hasNonNull(name);
    }

    /** Says that a field must be there when it is not. */
    public <T> Optional<T> required(String name, Optional<T> value) {
        if (value.isEmpty() && !has(name)) {
            mistakes.add(at(name), "'" + name + "' is missing.");
        }
        return value;
    }

    /** A text of 1 to {@code lengthMax} characters that is not blank; line feeds are the only control characters. */
    public Optional<String> text(String name, int lengthMax) {
        return string(name, "must be a text").filter(value -> {
            boolean fits = !value.isBlank() && value.length() <= lengthMax;
            boolean clean = !Characters.UNPRINTABLE.matcher(value).find();
            if (!fits) {
                wrong(name, "takes 1 to " + lengthMax + " characters");
            } else if (!clean) {
                wrong(name, "has control characters or broken ones; remove them");
            }
            return fits && clean;
        });
    }

    /** A text that something else is made of. */
    public <T> Optional<T> parsed(String name, Pattern shape, String expected, BiFunction<String, Form, T> parser) {
        return string(name, "must be a text").flatMap(value -> {
            if (shape.matcher(value).matches()) {
                try {
                    return Optional.of(parser.apply(value, this));
                } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
                    // The shape is right and the value is not, like the 30th of February.
                    return this.<T>wrong(name, "must be " + expected);
                }
            }
            return wrong(name, "must be " + expected);
        });
    }

    public Optional<LocalDate> date(String name) {
        return parsed(name, DATE, "a date such as 2026-11-21", (text, form) -> LocalDate.parse(text));
    }

    public Optional<LocalTime> time(String name) {
        return parsed(name, TIME, "a time of day such as 14:00", (text, form) -> LocalTime.parse(text));
    }

    /** An ISO 8601 duration of whole milliseconds. */
    public Optional<Duration> duration(String name, Duration min, Duration max) {
        String expected = "a duration from " + min + " to " + max + ", such as PT30S or PT1H30M";
        return parsed(name, DURATION, expected, (text, form) -> {
            Duration value = Duration.parse(text);
            if (value.compareTo(min) < 0 || value.compareTo(max) > 0 || value.getNano() % 1_000_000 != 0) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        });
    }

    /** A decimal number as text: JSON numbers would be rounded on their way. */
    public Optional<Money> money(String name, Optional<Currency> currency, boolean zeroAllowed) {
        String expected = "an amount as text such as \"2.5\"" + (zeroAllowed ? "" : ", more than 0")
                + currency.map(known -> ", with at most " + known.decimals() + " decimals")
                        .orElse("");
        Currency unit = currency.orElse(Currency.ETH);
        return parsed(name, AMOUNT, expected, (text, form) -> {
            Money value = Money.of(text, unit);
            if (value.isZero() && !zeroAllowed) {
                throw new IllegalArgumentException("zero");
            }
            return value;
        });
    }

    public Optional<Long> whole(String name, long min, long max) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        boolean fits = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= min
                && value.longValue() <= max;
        return fits ? Optional.of(value.longValue()) : wrong(name, "must be a whole number from " + min + " to " + max);
    }

    public Optional<Boolean> flag(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        return value.isBoolean() ? Optional.of(value.booleanValue()) : wrong(name, "must be true or false");
    }

    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        String expected = "must be one of " + Arrays.toString(type.getEnumConstants());
        return string(name, expected).flatMap(value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .or(() -> wrong(name, expected)));
    }

    public Optional<Form> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        return node.get(name).isObject()
                ? Optional.of(new Form(node.get(name), at(name), mistakes))
                : wrong(name, "must be an object");
    }

    /** Whether the field is a text, for fields that may be written shortly. */
    public boolean isText(String name) {
        return has(name) && node.get(name).isTextual();
    }

    /** A list of objects, empty when absent or wrong. */
    public List<Form> objects(String name, int countMax) {
        List<Form> forms = new ArrayList<>();
        for (JsonNode element : list(name, countMax)) {
            String place = at(name) + "[" + forms.size() + "]";
            if (!element.isObject()) {
                mistakes.add(place, "'" + name + "' takes objects.");
            }
            JsonNode object = element.isObject() ? element : JsonNodeFactory.instance.objectNode();
            forms.add(new Form(object, place, element.isObject() ? mistakes : new Mistakes()));
        }
        return forms;
    }

    /** A list of dates, empty when absent or wrong. */
    public Set<LocalDate> dates(String name, int countMax) {
        Set<LocalDate> dates = new HashSet<>();
        int index = 0;
        for (JsonNode element : list(name, countMax)) {
            String field = name + "[" + index++ + "]";
            Form single = new Form(JsonNodeFactory.instance.objectNode().set(field, element), path, mistakes);
            single.required(field, single.date(field)).ifPresent(dates::add);
        }
        return dates;
    }

    /** Names every field that nobody asked for. */
    public void end() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                String shown = shown(name);
                mistakes.add(at(shown), "'" + shown + "' is not known here; expected " + known() + ".");
            }
        });
    }

    <T> Optional<T> wrong(String name, String expected) {
        mistakes.add(at(name), "'" + name + "' " + expected + ".");
        return Optional.empty();
    }

    private Optional<String> string(String name, String expected) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        return value.isTextual() ? Optional.of(value.textValue()) : wrong(name, expected);
    }

    private Iterable<JsonNode> list(String name, int countMax) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode value = node.get(name);
        if (!value.isArray() || value.size() > countMax) {
            wrong(name, "must be a list of at most " + countMax);
            return List.of();
        }
        return value;
    }

    private String known() {
        return String.join(", ", asked.stream().sorted().toList());
    }

    /** A name from outside, short and without control characters. */
    private static String shown(String name) {
        String tidy = Characters.UNPRINTABLE.matcher(name.replace('\n', ' ')).replaceAll("?");
        return tidy.length() <= NAME_SHOWN_MAX ? tidy : tidy.substring(0, NAME_SHOWN_MAX) + "...";
    }
}
