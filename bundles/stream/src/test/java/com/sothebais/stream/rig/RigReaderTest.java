package com.sothebais.stream.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.sothebais.stream.document.DocumentException;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RigReaderTest {
    private final RigReader reader = new RigReader();

    private void refuses(RigFixture files, String... words) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> reader.readAndTry(files))
                .withMessageContainingAll(words);
    }

    private static RigFixture faces() {
        return new RigFixture().svg("face.svg", 0, 100, "red");
    }

    @Test
    void theSchemaInTheDocumentationIsTheOneThatIsChecked() throws IOException {
        assertThat(Files.readString(Path.of("../../docs/rig.schema.json")))
                .isEqualTo(BundledRig.text(RigReader.SCHEMA));
    }

    @Test
    void theBundledCharacterFitsTheSchemaForAnotherReaderToo() {
        var other = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(BundledRig.text(RigReader.SCHEMA));
        String rig = new String(new BundledRig().files().get(RigFiles.RIG), StandardCharsets.UTF_8);

        assertThat(other.validate(rig, InputFormat.JSON)).isEmpty();
    }

    @Test
    void everythingTheBundledCharacterShowsPassesTheChecksOfARigFromOutside() {
        RigFixture files = new RigFixture();
        new BundledRig().files().forEach(files::with);

        assertThat(reader.readAndTry(files).files()).hasSizeGreaterThan(100);
    }

    @Test
    void theSchemaNamesEveryDriveAndMoodAndTheGuideEveryPlaceholderAndLimit() throws IOException {
        String schema = BundledRig.text(RigReader.SCHEMA);
        String guide = Files.readString(Path.of("../../docs/rigs.md"));

        assertThat(Driver.values()).allSatisfy(driver -> {
            assertThat(schema.split("\"" + driver.label() + "\"", -1)).hasSizeGreaterThan(4);
            assertThat(guide).contains("| `" + driver.label() + "` |");
        });
        assertThat(Placeholder.MOOD.words())
                .allSatisfy(mood -> assertThat(schema).contains("\"" + mood + "\""));
        assertThat(Placeholder.values()).allSatisfy(placeholder -> {
            assertThat(guide).contains("| `{" + placeholder.label() + "}` |");
            assertThat(placeholder.words()).allSatisfy(word -> assertThat(guide).contains("`" + word + "`"));
        });
    }

    @Test
    void readsSvgAndPngLayers() {
        RigFixture files = faces().png("hat.png", 20, 10, Color.BLUE);

        Rig rig = reader.readAndTry(files.rig("{'id': 'face', 'art': 'face.svg'}, {'id': 'hat', 'art': 'hat.png'}"));

        assertThat(rig.files()).containsExactly("face.svg", "hat.png");
    }

    @Test
    void takesTheFirstNameThatThereIsAFileFor() {
        RigFixture files = new RigFixture()
                .svg("calm-open.svg", 0, 1, "red")
                .svg("open.svg", 0, 1, "red")
                .svg("closed.svg", 0, 1, "red");

        Rig rig = reader.read(files.rig("{'id': 'm', 'art': ['{mood}-{mouth}.svg', '{mouth}.svg', 'closed.svg']}"));

        Art art = rig.sheets().get(0).get(0).art();
        assertThat(art.files()).hasSize(8 * 6);
        assertThat(Stream.of("calm open", "amused open", "calm wide")
                        .map(look -> art.files().get(Stream.of(look.split(" ")).toList())))
                .containsExactly("calm-open.svg", "open.svg", "closed.svg");
    }

    @Test
    void takesTheNearestStepOfABlinkAndLooksAheadWhereThereIsNoGlance() {
        RigFixture files = new RigFixture()
                .svg("0.svg", 0, 1, "red")
                .svg("100.svg", 0, 1, "red")
                .svg("ahead.svg", 0, 1, "red");

        Rig rig = reader.read(files.rig("{'id': 'lids', 'art': '{blink}.svg'}, {'id': 'eyes', 'art': '{gaze}.svg'}"));

        assertThat(rig.sheets().get(0).get(0).art().files().values()).containsOnly("0.svg", "100.svg");
        assertThat(rig.sheets().get(1).get(0).art().files().values()).containsOnly("ahead.svg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id': 'a', 'art': 'fase.svg'}|/parts/0/art: there is no file fase.svg; did you mean 'face.svg'?",
                "{'id': 'a', 'art': '{moud}.svg'}|unknown placeholder '{moud}'; did you mean 'mood'?",
                "{'id': 'a', 'art': '{mood.svg'}|a brace is not closed",
                "{'id': 'a', 'art': '{mood}.svg'}|there is no file calm.svg and 7 more",
                "{'id': 'a', 'art': '{mood}.svg', 'optional': true}|there is no file calm.svg and 7 more",
                "{'id': 'a', 'art': '../face.svg'}|/parts/0/art: '../face.svg' is no file name",
                "{'id': 'a', 'art': '/face.svg'}|is no file name",
                "{'id': 'a', 'art': 'face.gif'}|ends with .svg, .png or .json",
                "{'id': 'a', 'art': 'face.svg', 'folow': 'b'}|/parts/0/folow: unknown property 'folow'; did you mean 'follow'?",
                "{'id': 'a', 'art': 'face.svg', 'follow': 'haed'}|/parts/0/follow: no bone above is called 'haed'; did you mean 'head'?",
                "{'id': 'a', 'art': 'face.svg', 'move': {'glance': [1, 2]}}|/parts/0/move/glance: unknown property",
                "{'id': 'a', 'art': 'face.svg', 'move': {'gaze': 3}}|/parts/0/move/gaze: expected a list (two numbers",
                "{'id': 'a', 'art': 'face.svg', 'tilt': {'happy': 3}}|unknown property 'happy'",
                "{'id': 'a', 'art': 'face.svg', 'tilt': {'calm': 300}}|/parts/0/tilt/calm: expected at most 180",
                "{'id': 'a', 'art': 'face.svg', 'frames': [{'from': 1}]}|/parts/0/frames: only Lottie files (.json) have frames",
                "{'id': 'a', 'art': 'face.svg', 'box': [0, 0, 0, 9]}|/parts/0/box: width and height",
                "{'id': 'a', 'art': 'face.svg'}, {'id': 'a', 'art': 'face.svg'}|/parts/1/id: the id 'a' is used twice"
            })
    void saysWhereAMistakeIsAndWhatToDo(String parts, String message) {
        refuses(faces().rig("{'id': 'head'}", parts), message);
    }

    @Test
    void bonesFollowOnlyBonesAboveThem() {
        refuses(
                faces().rig("{'id': 'a', 'follow': 'b'}, {'id': 'b', 'follow': 'a'}", "{'id': 'p', 'art': 'face.svg'}"),
                "/bones/0/follow: no bone above is called 'b'");
        refuses(faces().rig("{'id': 'a'}, {'id': 'a'}", "{'id': 'p', 'art': 'face.svg'}"), "/bones/1/id");
    }

    @Test
    void namesTheFileThatIsNotDrawnAndWhy() {
        refuses(
                faces().with("face.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><script/></svg>")
                        .rig("{'id': 'a', 'art': 'face.svg'}"),
                "face.svg: line 1 has the element 'script'");
        refuses(new RigFixture().with("a.png", "no picture").rig("{'id': 'a', 'art': 'a.png'}"), "a.png: ");
    }

    @Test
    void refusesPicturesWithMorePixelsThanAreReadBeforeTheyAreUnpacked() {
        refuses(
                new RigFixture()
                        .png("a.png", PngDrawing.EDGE_MAX + 1, 1, Color.RED)
                        .rig("{'id': 'a', 'art': 'a.png'}"),
                "4097 x 1 pixels",
                "export it smaller");
    }

    @Test
    void refusesAnotherVersionAndAFolderWithoutARig() {
        RigFixture next =
                faces().with(RigFiles.RIG, "{\"version\": 2, \"name\": \"a\", \"size\": [20, 20], \"parts\": []}");
        refuses(next, "/version: expected at most 1", "/parts: expected a list of at least 1");
        refuses(new RigFixture(), "there is no rig.json in it");
        refuses(new RigFixture().with(RigFiles.RIG, "{"), "not JSON in line 1");
        refuses(new RigFixture().with(RigFiles.RIG, new byte[] {(byte) 0xC3}), "not UTF-8");
        refuses(new RigFixture().with(RigFiles.RIG, new byte[RigReader.DOCUMENT_MAX_BYTES + 1]), "bytes; at most");
    }
}
