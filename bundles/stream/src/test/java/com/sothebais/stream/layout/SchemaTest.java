package com.sothebais.stream.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.sothebais.stream.document.Json;
import com.sothebais.stream.document.Json.Fields;
import com.sothebais.stream.document.Json.Items;
import com.sothebais.stream.document.Json.Text;
import com.sothebais.stream.document.Schema;
import com.sothebais.stream.layout.Binding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
    private static final String TEXT = BundledLayout.resource(BundledLayout.SCHEMA);

    @Test
    void theSchemaInTheDocumentationIsTheOneThatIsChecked() throws IOException {
        assertThat(Files.readString(Path.of("../../docs/layout.schema.json"))).isEqualTo(TEXT);
    }

    @Test
    void theBundledLayoutFitsTheSchemaForAnotherReaderToo() {
        JsonSchema other = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(TEXT);

        assertThat(other.validate(BundledLayout.text(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
    void theSchemaKnowsTheBindingsOfEachKind(Kind kind) {
        assertThat(words(kind.name().toLowerCase(Locale.ROOT) + "Binding")).isEqualTo(Binding.of(kind));
    }

    @Test
    void theSchemaKnowsTheConditionsAndTheirOpposites() {
        assertThat(words("condition"))
                .isEqualTo(Condition.labels().stream()
                        .flatMap(label -> Stream.of(label, "!" + label))
                        .toList());
    }

    @Test
    void everyBindingAndConditionAndElementIsDocumented() throws IOException {
        String guide = Files.readString(Path.of("../../docs/layouts.md"));

        assertThat(Binding.values()).allSatisfy(binding -> assertThat(guide).contains("| `" + binding.label() + "` |"));
        assertThat(Condition.labels()).allSatisfy(label -> assertThat(guide).contains("| `" + label + "` |"));
        assertThat(definitions().keySet().stream().filter(name -> name.startsWith("element.")))
                .hasSize(16)
                .allSatisfy(name -> assertThat(guide).contains("| `" + name.substring("element.".length()) + "` |"));
    }

    @Test
    void aSchemaThatSaysMoreThanIsCheckedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.of("{\"properties\": {\"x\": {\"multipleOf\": 2}}}"))
                .withMessageContaining("multipleOf");
    }

    @Test
    void theExampleOfTheDocumentationIsALayout() throws IOException {
        String guide = Files.readString(Path.of("../../docs/layouts.md"));
        int start = guide.indexOf("```json\n{\n  \"$schema\"") + "```json\n".length();
        String example = guide.substring(start, guide.indexOf("```", start));

        assertThat(new LayoutReader(asset -> false)
                        .read(example, Optional.empty())
                        .name())
                .isEqualTo("Plain");
    }

    private static Map<String, Json> definitions() {
        return ((Fields) ((Fields) Json.read(TEXT)).values().get("$defs")).values();
    }

    private static List<String> words(String definition) {
        Items words = (Items) ((Fields) definitions().get(definition)).values().get("enum");
        return words.values().stream().map(word -> ((Text) word).value()).toList();
    }
}
