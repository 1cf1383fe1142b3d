package com.sothebais.stream.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.auction.CampaignId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutFolderTest {
    private static final int GOLD = 0xFFD9B15F;
    private static final Optional<CampaignId> WINTER = Optional.of(new CampaignId("winter"));

    @TempDir
    private Path directory;

    private LayoutFolder folder;

    @BeforeEach
    void open() {
        folder = new LayoutFolder(directory, "default", asset -> false);
        folder.writeExamples();
        folder.look();
    }

    @Test
    void theBundledLayoutIsOnAirWithoutAFile() {
        assertThat(folder.current(WINTER).name()).isEqualTo("SothebAIs");
        assertThat(folder.trouble()).isEmpty();
    }

    @Test
    void whatIsWrittenAsAnExampleIsALayout() throws IOException {
        Files.copy(directory.resolve("examples/default.json"), directory.resolve("default.json"));

        assertThat(folder.look()).isTrue();
        assertThat(folder.trouble()).isEmpty();
        assertThat(directory.resolve("examples/layout.schema.json")).isNotEmptyFile();
    }

    @Test
    void aChangedFileIsOnAirAndAnUnchangedOneIsNotReadAgain() throws IOException {
        write("default.json", named("First"));
        assertThat(folder.look()).isTrue();
        Layout first = folder.current(WINTER);
        assertThat(folder.look()).isFalse();
        assertThat(folder.current(WINTER)).isSameAs(first);

        write("default.json", named("Other"));
        assertThat(folder.look()).isTrue();
        assertThat(folder.current(WINTER).name()).isEqualTo("Other");
    }

    @Test
    void aBrokenFileIsRefusedWithItsPathAndTheLayoutBeforeStays() throws IOException {
        write("default.json", named("First"));
        folder.look();
        write("default.json", named("Broken").replace("\"bind\": \"lot.price\"", "\"bind\": \"lot.prise\""));
        folder.look();

        assertThat(folder.current(WINTER).name()).isEqualTo("First");
        assertThat(folder.trouble().orElseThrow())
                .contains("default.json is refused, the layout before it stays on air: /quadrants/1/elements/5/bind: "
                        + "unknown binding 'lot.prise'; did you mean 'lot.price'?");

        write("default.json", named("Mended"));
        folder.look();
        assertThat(folder.trouble()).isEmpty();
        assertThat(folder.current(WINTER).name()).isEqualTo("Mended");
    }

    @Test
    void whatIsNoTextOrTooLongIsRefused() throws IOException {
        Files.write(directory.resolve("default.json"), new byte[] {(byte) 0xC3, 0x28});
        folder.look();
        assertThat(folder.trouble().orElseThrow()).contains("save it as UTF-8");

        write("default.json", " ".repeat(LayoutReader.FILE_MAX_BYTES + 1));
        folder.look();
        assertThat(folder.trouble().orElseThrow()).contains("at most " + LayoutReader.FILE_MAX_BYTES);
        assertThat(folder.current(WINTER).name()).isEqualTo("SothebAIs");
    }

    @Test
    void theBundledLayoutIsBackWhenTheFileGoes() throws IOException {
        write("default.json", named("First"));
        folder.look();
        Files.delete(directory.resolve("default.json"));
        folder.look();

        assertThat(folder.current(WINTER).name()).isEqualTo("SothebAIs");
    }

    @Test
    void aLayoutThatIsNotThereIsNamed() {
        LayoutFolder other = new LayoutFolder(directory, "gala", asset -> false);
        other.look();

        assertThat(other.current(WINTER).name()).isEqualTo("SothebAIs");
        assertThat(other.trouble().orElseThrow()).contains("gala.json");
    }

    @Test
    void aLayoutIsOnAirOnceThePictureItNamesIsStored() throws IOException {
        AssetId logo = new AssetId("c".repeat(64));
        Set<AssetId> stored = new HashSet<>();
        LayoutFolder branded = new LayoutFolder(directory, "default", stored::contains);
        write(
                "default.json",
                named("Branded")
                        .replace(
                                "{\"type\": \"artwork\", \"id\": \"artwork\", ",
                                "{\"type\": \"image\", \"id\": \"logo\", \"asset\": \"" + logo + "\", "));
        branded.look();
        assertThat(branded.trouble().orElseThrow()).contains("/quadrants/0/elements/0/asset: no picture");

        stored.add(logo);
        for (int looks = 0; looks < 10; looks++) {
            branded.look();
        }
        assertThat(branded.trouble()).isEmpty();
        assertThat(branded.current(WINTER).name()).isEqualTo("Branded");
    }

    @Test
    void aPictureIsUsedByEveryFileThatNamesItAndByTheLayoutOnAir() throws IOException {
        AssetId logo = new AssetId("c".repeat(64));
        String branded = named("Branded")
                .replace(
                        "{\"type\": \"artwork\", \"id\": \"artwork\", ",
                        "{\"type\": \"image\", \"id\": \"logo\", \"asset\": \"" + logo + "\", ");
        LayoutFolder used = new LayoutFolder(directory, "default", asset -> true);
        write("default.json", branded);
        write("gala.json", branded);
        write("campaigns/winter.json", "{\"style\": {\"colors\": {\"gold\": \"#00FFFF\"}}}");
        used.look();
        write("default.json", named("Broken").replace("lot.price", "lot.prise"));
        used.look();

        assertThat(used.uses(logo))
                .extracting(AssetUse::kind, AssetUse::place, AssetUse::label)
                .containsExactly(
                        tuple("layout", "default", "Layout \"default\""),
                        tuple("layout", "campaigns/winter", "Layout of the campaign \"winter\""),
                        tuple("layout", "gala", "Layout \"gala\""));
        assertThat(used.uses(new AssetId("d".repeat(64)))).isEmpty();
    }

    @Test
    void aCampaignChangesTheStyleOfItsShowsAlone() throws IOException {
        write("campaigns/winter.json", "{\"style\": {\"colors\": {\"gold\": \"#00FFFF\"}}}");
        folder.look();

        assertThat(brand(folder.current(WINTER))).isEqualTo(0xFF00FFFF);
        assertThat(brand(folder.current(Optional.of(new CampaignId("summer"))))).isEqualTo(GOLD);
        assertThat(brand(folder.current(Optional.empty()))).isEqualTo(GOLD);
    }

    @Test
    void aStyleWithAMistakeLeavesTheCampaignAsItWas() throws IOException {
        write("campaigns/winter.json", "{\"style\": {\"colors\": {\"gold\": \"#00FFFF\"}}}");
        folder.look();
        write("campaigns/winter.json", "{\"style\": {\"colors\": {\"gould\": \"#00FF00\"}}}");
        folder.look();

        assertThat(brand(folder.current(WINTER))).isEqualTo(0xFF00FFFF);
        assertThat(folder.trouble().orElseThrow())
                .contains("winter.json")
                .contains("/style/colors/gould: the layout has no color 'gould'; did you mean 'gold'?");
    }

    @Test
    void aLayoutThatCannotBeComposedIsTakenOffTheAirUntilItChanges() throws IOException {
        write("default.json", named("First"));
        folder.look();
        Layout next = folder.failed(folder.current(WINTER), new IllegalStateException("never foreseen"));

        assertThat(next.name()).isEqualTo("SothebAIs");
        assertThat(folder.current(WINTER)).isSameAs(next);
        assertThat(folder.trouble().orElseThrow()).contains("never foreseen");
        assertThat(folder.look()).isFalse();
        write("default.json", named("Second"));
        folder.look();
        assertThat(folder.current(WINTER).name()).isEqualTo("Second");
    }

    private static int brand(Layout layout) {
        return layout.regions().stream()
                .flatMap(region -> region.items().stream())
                .filter(item -> item.frame().id().equals("brand.ai"))
                .map(item -> ((Item.Words) item).look().color().color())
                .findFirst()
                .orElseThrow();
    }

    private static String named(String name) {
        return BundledLayout.text().replace("\"name\": \"SothebAIs\"", "\"name\": \"" + name + "\"");
    }

    /** Each version gets a time of its own, because a test is faster than the clock of some file systems. */
    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Instant before = Files.exists(path) ? Files.getLastModifiedTime(path).toInstant() : Instant.EPOCH;
        Files.writeString(path, text, StandardCharsets.UTF_8);
        Instant after = Files.getLastModifiedTime(path).toInstant();
        if (!after.isAfter(before)) {
            Files.setLastModifiedTime(path, FileTime.from(before.plusMillis(10)));
        }
    }
}
