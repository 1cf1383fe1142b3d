package com.sothebais.stream.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Part;
import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.document.Problem;
import com.sothebais.stream.layout.Layout.Region;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutReaderTest {
    private static final AssetId LOGO = new AssetId("b".repeat(64));
    private static final String SMALL =
            """
            {"version": 1, "name": "Small", "canvas": {"width": 1280, "height": 720},
             "style": {"colors": {"ink": "#112233", "glass": "#11223380"},
                       "fonts": {"body": {"weight": "regular", "size": 24}}, "spacing": {"edge": 10}},
             "background": {"from": "ink"},
             "quadrants": [
               {"id": "a", "bounds": [0, 0, 640, 360], "padding": "edge", "elements": [%s]},
               {"id": "b", "bounds": [640, 0, 640, 360], "z": 3, "elements": []},
               {"id": "c", "bounds": [0, 360, 640, 360], "z": -1, "elements": []},
               {"id": "d", "bounds": [640, 360, 640, 360], "elements": []}],
             "overlays": [{"id": "e", "bounds": [0, 0, 1280, 40], "elements": []}]}
            """;

    private final LayoutReader reader = new LayoutReader(LOGO::equals);

    @Test
    void regionsStandInTheOrderOfTheirHeightAndOverlaysAboveQuadrants() {
        assertThat(read("").regions())
                .extracting(region -> region.frame().id())
                .containsExactly("c", "a", "d", "b", "e");
    }

    @Test
    void elementsStandInsideThePaddingOfTheirRegion() {
        Item item = only(
                """
                {"type": "text", "id": "t", "area": [5, 6, 100, 30], "text": "{lot.title}", "font": "body", "color": "ink"}
                """);

        assertThat(item.frame().area()).isEqualTo(new Area(15, 16, 100, 30));
    }

    @Test
    void colorsWithTransparencyAreWrittenAsInStyleSheets() {
        Item item = only(
                """
                {"type": "box", "id": "t", "area": [0, 0, 9, 9], "box": {"fill": "glass", "border": "#FFFFFF"}}
                """);

        assertThat(item.frame().box().orElseThrow().fill().color()).isEqualTo(0x80112233);
        assertThat(item.frame().box().orElseThrow().border().color()).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void bracesWrittenTwiceStandForThemselves() {
        Item.Words item = (Item.Words)
                only(
                        """
                {"type": "text", "id": "t", "area": [0, 0, 99, 9], "text": "{{ {lot.number} }}", "font": "body", "color": "ink"}
                """);

        assertThat(item.text().filled(binding -> Optional.of("7"))).isEqualTo("{ 7 }");
        assertThat(item.text().filled(binding -> Optional.empty())).isEmpty();
    }

    @Test
    void everyKindOfElementCanBeRead() {
        String look = "\"font\": \"body\", \"color\": \"ink\"";
        String all = String.join(
                ",",
                element("text", "\"text\": \"{lot.title}\", " + look),
                element("price", "\"bind\": \"lot.next\", " + look),
                element("leader", look),
                element("countdown", "\"bind\": \"lot.ends\", " + look),
                element("captions", look),
                element(
                        "bubble",
                        "\"box\": {\"fill\": \"ink\"}, \"speakerHeight\": 20, \"speaker\": {" + look + "}, \"text\": {"
                                + look + "}"),
                element("ticker", "\"text\": \"{show.currency}\", " + look),
                element("artwork", "\"zoom\": 100"),
                element("image", "\"asset\": \"" + LOGO + "\", \"zoom\": 20, \"motion\": \"slow\""),
                element("video", "\"asset\": \"" + LOGO + "\", \"corner\": 4"),
                element("shader", "\"look\": \"rays\", \"from\": \"ink\", \"to\": \"glass\", \"speed\": 50"),
                element("progress", "\"bind\": \"lot.left\", \"color\": \"ink\", \"track\": \"glass\""),
                element("host", "\"when\": [\"lot.open\", \"!lot.paused\"]"),
                element("qr", "\"bind\": \"wallet.page\", \"dark\": \"#000000\", \"light\": \"#FFFFFF\""),
                element("box", "\"box\": {\"fill\": \"ink\", \"corner\": \"edge\"}"));

        assertThat(items(read(all))).hasSize(17);
    }

    @Test
    void aMovementGoesFromOneViewToTheOther() {
        Item.Picture slow = (Item.Picture) only(element("artwork", "\"zoom\": 100, \"motion\": \"slow\""));
        assertThat(slow.move().at(0).zoomMicro()).isGreaterThan(300_000);
        assertThat(slow.move().at(12)).isEqualTo(new Part(100_000, 500_000, 500_000));

        Item.Picture swing = (Item.Picture) only(element(
                "artwork",
                "\"motion\": {\"from\": {\"zoom\": 500, \"x\": 0}, \"to\": {\"zoom\": 500, \"x\": 1000}, \"seconds\": 20,"
                        + " \"repeat\": \"swing\"}"));
        assertThat(swing.move().at(0)).isEqualTo(new Part(500_000, 0, 500_000));
        assertThat(swing.move().at(20)).isEqualTo(new Part(500_000, 1_000_000, 500_000));
        assertThat(swing.move().at(40)).isEqualTo(new Part(500_000, 0, 500_000));
        assertThat(swing.move().at(10).xMicro()).isEqualTo(500_000);
    }

    @Test
    void aTailTakesItsRoomFromTheBoxOfItsBubble() {
        String words = "{\"font\": \"body\", \"color\": \"ink\"}";
        String rest =
                "\"box\": {\"fill\": \"ink\"}, \"speakerHeight\": 20, \"speaker\": " + words + ", \"text\": " + words;
        Item plain = items(read(element("bubble", rest))).get(1);
        Item tailed = items(read(element("bubble", "\"tail\": {\"side\": \"left\", \"length\": 12}, " + rest)))
                .get(1);

        assertThat(tailed.frame().area().x()).isEqualTo(plain.frame().area().x() + 12);
        assertThat(tailed.frame().area().width()).isEqualTo(plain.frame().area().width() - 12);
    }

    @Test
    void aMovementThatNobodyKnowsIsRefused() {
        assertThat(refusal(element("artwork", "\"motion\": \"slowly\"")).problems())
                .extracting(Problem::toString)
                .containsExactly("/quadrants/0/elements/0/motion: unknown motion 'slowly'; did you mean 'slow'?");
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        DocumentException refused =
                refusal(element("text", "\"text\": \"{lot.titel}\", \"font\": \"boddy\", \"color\": \"ikn\"")
                        + ","
                        + element("text", "\"text\": \"x\", \"font\": \"body\", \"color\": \"ink\""));

        assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "/quadrants/0/elements/0/text: unknown binding 'lot.titel'; did you mean 'lot.title'?",
                        "/quadrants/0/elements/0/font: unknown font 'boddy'; did you mean 'body'?",
                        "/quadrants/0/elements/0/color: unknown color 'ikn'; did you mean 'ink'?",
                        "/quadrants/0/elements/1/id: the id 'text' is used twice; give each its own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": \"txt\"} | /quadrants/0/elements/0/type | unknown type 'txt'; did you mean 'text'?",
                "{\"id\": \"x\"} | /quadrants/0/elements/0 | 'type' is missing",
                "{\"type\": \"hologram\"} | /quadrants/0/elements/0/type | unknown type 'hologram'; there is text, price",
                "{\"type\": \"host\", \"id\": \"h\"} | /quadrants/0/elements/0 | 'area' is missing; add it",
                "{\"type\": \"host\", \"id\": \"h\", \"area\": [0, 0, 9]} | /quadrants/0/elements/0/area | expected a list of at least 4, found 3 items",
                "{\"type\": \"host\", \"id\": \"h\", \"area\": [0, 0, 9, \"9\"]} | /quadrants/0/elements/0/area/3 | expected a whole number, found a text",
                "{\"type\": \"host\", \"id\": \"h\", \"area\": [0, 0, 621, 9]} | /quadrants/0/elements/0/area | does not lie within the space inside the padding of 'a', which is 620 by 340",
                "{\"type\": \"host\", \"id\": \"h\", \"area\": [0, 0, 0, 9]} | /quadrants/0/elements/0/area | does not lie within",
                "{\"type\": \"host\", \"id\": \"h\", \"area\": [0, 0, 9, 9], \"wen\": \"lot.open\"} | /quadrants/0/elements/0/wen | unknown property 'wen'; did you mean 'when'?",
                "{\"type\": \"host\", \"id\": \"h\", \"area\": [0, 0, 9, 9], \"when\": \"lot.opened\"} | /quadrants/0/elements/0/when | unknown condition 'lot.opened'; did you mean 'lot.open'?",
                "{\"type\": \"countdown\", \"id\": \"h\", \"area\": [0, 0, 9, 9], \"bind\": \"lot.price\", \"font\": \"body\", \"color\": \"ink\"} | /quadrants/0/elements/0/bind | unknown binding 'lot.price'",
                "{\"type\": \"text\", \"id\": \"h\", \"area\": [0, 0, 9, 9], \"text\": \"{lot.artwork}\", \"font\": \"body\", \"color\": \"ink\"} | /quadrants/0/elements/0/text | is a picture and cannot stand in a text",
                "{\"type\": \"text\", \"id\": \"h\", \"area\": [0, 0, 9, 9], \"text\": \"{lot.price\", \"font\": \"body\", \"color\": \"ink\"} | /quadrants/0/elements/0/text | a lone '{'",
                "{\"type\": \"text\", \"id\": \"h\", \"area\": [0, 0, 9, 9], \"text\": \"x\", \"font\": \"body\", \"color\": \"#12345\"} | /quadrants/0/elements/0/color | '#12345' is no color; expected #RRGGBB",
                "{\"type\": \"image\", \"id\": \"h\", \"area\": [0, 0, 9, 9], \"asset\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"} | /quadrants/0/elements/0/asset | upload it first",
                "{\"type\": \"qr\", \"id\": \"h\", \"area\": [0, 0, 99, 99], \"bind\": \"wallet.page\", \"dark\": \"#FFFFFF\", \"light\": \"#000000\"} | /quadrants/0/elements/0 | dark modules on a light ground"
            })
    void aMistakeIsNamedByItsPathAndSaysWhatToDo(String element, String path, String message) {
        assertThat(refusal(element).problems()).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void whatIsNotJsonIsNamedByLineAndColumn() {
        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> reader.read("{\n  \"version\": 1,\n  }", Optional.empty()));

        assertThat(refused).hasMessageStartingWith("/: not JSON in line 3, column ");
    }

    @Test
    void aFieldThatIsWrittenTwiceIsRefused() {
        assertThat(catchThrowableOfType(
                        DocumentException.class,
                        () -> reader.read("{\"version\": 1, \"version\": 1}", Optional.empty())))
                .hasMessageContaining("version");
    }

    @Test
    void thereAreFourQuadrants() {
        String three = SMALL.formatted("")
                .replace("{\"id\": \"d\", \"bounds\": [640, 360, 640, 360], \"elements\": []}", "")
                .replaceFirst("\\},\\s*\\]", "}]");
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> reader.read(three, Optional.empty()));

        assertThat(refused.problems()).extracting(Problem::path).containsExactly("/quadrants");
    }

    private static String element(String type, String rest) {
        return "{\"type\": \"" + type + "\", \"id\": \"" + type + "\", \"area\": [0, 0, 100, 100], " + rest + "}";
    }

    private Layout read(String elements) {
        return reader.read(SMALL.formatted(elements), Optional.empty());
    }

    private DocumentException refusal(String elements) {
        return catchThrowableOfType(DocumentException.class, () -> read(elements));
    }

    private Item only(String element) {
        return items(read(element)).get(0);
    }

    private static List<Item> items(Layout layout) {
        return layout.regions().stream()
                .filter(region -> region.frame().id().equals("a"))
                .map(Region::items)
                .findFirst()
                .orElseThrow();
    }
}
