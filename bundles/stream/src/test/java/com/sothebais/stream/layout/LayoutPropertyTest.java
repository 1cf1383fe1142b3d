package com.sothebais.stream.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.document.Json;
import com.sothebais.stream.document.Json.Fields;
import com.sothebais.stream.document.Json.Items;
import com.sothebais.stream.document.Json.Numeral;
import com.sothebais.stream.document.Json.Text;
import com.sothebais.stream.document.Problem;
import com.sothebais.stream.document.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever somebody does to the bundled layout: it is still a layout, or the mistake has a path. */
class LayoutPropertyTest {
    private static final Json DEFAULT = Json.read(BundledLayout.text());
    private static final Schema SCHEMA = Schema.of(BundledLayout.resource(BundledLayout.SCHEMA));
    private static final JsonSchema OTHER =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(BundledLayout.resource(BundledLayout.SCHEMA));

    private final LayoutReader reader = new LayoutReader(asset -> true);

    @Property(tries = 300)
    void aChangedLayoutIsReadOrRefusedWithAPath(@ForAll long seed) {
        Random random = new Random(seed);
        Json changed = changed(DEFAULT, random);
        if (random.nextBoolean()) {
            changed = changed(changed, random);
        }
        String text = written(changed);
        try {
            assertThat(reader.read(text, Optional.empty()).regions()).hasSizeGreaterThanOrEqualTo(4);
        } catch (DocumentException e) {
            Json layout = changed;
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(leads(layout, problem.path())).as(problem.toString()).isTrue();
                assertThat(problem.message()).isNotBlank();
            });
        }
    }

    @Property(tries = 200)
    void ourReadingOfTheSchemaAgreesWithAnother(@ForAll long seed) {
        Json changed = changed(DEFAULT, new Random(seed));

        List<Problem> ours = SCHEMA.check(changed);
        assertThat(ours.isEmpty())
                .as(ours.toString())
                .isEqualTo(OTHER.validate(written(changed), InputFormat.JSON).isEmpty());
    }

    @Property(tries = 200)
    void aCutOrOverwrittenFileNeverDoesMoreThanBeRefused(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(BundledLayout.text());
        text.setLength(random.nextInt(text.length() + 1));
        for (int i = random.nextInt(3); i > 0 && text.length() > 0; i--) {
            text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
        }
        try {
            reader.read(text.toString(), Optional.empty());
        } catch (DocumentException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    /** The value with one thing in it left out, renamed or replaced. */
    private static Json changed(Json value, Random random) {
        if (value instanceof Fields object && !object.values().isEmpty() && random.nextInt(8) > 0) {
            Map<String, Json> fields = new LinkedHashMap<>(object.values());
            List<String> names = List.copyOf(fields.keySet());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(9)) {
                case 0 -> fields.remove(name);
                case 1 -> fields.put(name + "x", fields.remove(name));
                case 2 -> fields.put("extra", fields.get(name));
                default -> fields.put(name, changed(fields.get(name), random));
            }
            return new Fields(fields);
        }
        if (value instanceof Items list && !list.values().isEmpty() && random.nextInt(8) > 0) {
            List<Json> items = new ArrayList<>(list.values());
            int place = random.nextInt(items.size());
            switch (random.nextInt(6)) {
                case 0 -> items.remove(place);
                case 1 -> items.add(place, items.get(random.nextInt(items.size())));
                default -> items.set(place, changed(items.get(place), random));
            }
            return new Items(items);
        }
        return another(value, random);
    }

    private static Json another(Json value, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> new Json.Nothing();
            case 1 -> new Json.Flag(true);
            case 2 -> new Numeral(BigDecimal.valueOf(random.nextInt(3_000) - 500));
            case 3 -> new Numeral(new BigDecimal("1.5"));
            case 4 -> new Text("{lot.prise} }");
            case 5 -> new Fields(Map.of());
            case 6 -> new Items(List.of());
            case 7 -> new Text("gold");
            default -> value instanceof Text text ? new Text(text.value() + "e") : new Text("");
        };
    }

    /** Whether a pointer leads to something in the document. */
    private static boolean leads(Json document, String path) {
        Json at = document;
        String[] names = path.split("/", -1);
        for (int i = 1; i < names.length; i++) {
            String name = names[i].replace("~1", "/").replace("~0", "~");
            at = at instanceof Fields object
                    ? object.values().get(name)
                    : at instanceof Items list
                                    && Integer.parseInt(name) < list.values().size()
                            ? list.values().get(Integer.parseInt(name))
                            : null;
        }
        return at != null;
    }

    private static String written(Json value) {
        if (value instanceof Fields object) {
            StringBuilder text = new StringBuilder("{");
            object.values().forEach((name, inner) -> text.append(text.length() > 1 ? "," : "")
                    .append(quoted(name))
                    .append(':')
                    .append(written(inner)));
            return text.append('}').toString();
        }
        if (value instanceof Items list) {
            return "["
                    + String.join(
                            ",",
                            list.values().stream()
                                    .map(LayoutPropertyTest::written)
                                    .toList()) + "]";
        }
        if (value instanceof Text text) {
            return quoted(text.value());
        }
        return value instanceof Numeral number
                ? number.value().toPlainString()
                : value instanceof Json.Flag flag ? Boolean.toString(flag.value()) : "null";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
