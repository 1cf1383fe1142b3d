package com.sothebais.stream.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.stream.picture.SvgDrawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RigFolderTest {
    @TempDir
    private Path folder;

    private static RigFixture good() {
        return new RigFixture().svg("face.svg", 0, 100, "red").rig("{'id': 'face', 'art': 'face.svg'}");
    }

    private RigFolder looked(String name) {
        RigFolder rigs = new RigFolder(folder, name);
        rigs.look();
        return rigs;
    }

    @Test
    void showsTheBundledCharacterWhileThereIsNoOther() {
        RigFolder rigs = looked("default");

        assertThat(rigs.current().name()).isEqualTo("Porcelain auctioneer");
        assertThat(rigs.trouble()).isEmpty();
    }

    @Test
    void saysWhichRigIsMissing() {
        assertThat(looked("otto").trouble().orElseThrow()).contains("There is no ", "otto/rig.json", "change 'rig'");
    }

    @Test
    void readsAFolderAndLooksAgainOnlyWhenAFileChanges() throws IOException {
        good().writeTo(folder.resolve("otto"));
        RigFolder rigs = looked("otto");
        Rig first = rigs.current();

        assertThat(first.name()).isEqualTo("Fixture");
        assertThat(rigs.look()).isFalse();
        assertThat(rigs.current()).isSameAs(first);

        new RigFixture().svg("face.svg", 0, 99, "blue").writeTo(folder.resolve("otto"));
        Files.setLastModifiedTime(folder.resolve("otto/face.svg"), FileTime.fromMillis(1_000));

        assertThat(rigs.look()).isTrue();
        assertThat(rigs.current()).isNotSameAs(first);
    }

    @Test
    void keepsTheRigOnAirWhenTheNextOneIsRefused() throws IOException {
        good().writeTo(folder.resolve("otto"));
        RigFolder rigs = looked("otto");
        Rig first = rigs.current();

        new RigFixture().with("face.svg", "<svg/>").writeTo(folder.resolve("otto"));
        rigs.look();

        assertThat(rigs.current()).isSameAs(first);
        assertThat(rigs.trouble().orElseThrow()).contains("otto is refused", "stays on air", "face.svg: it is no SVG");

        good().svg("face.svg", 0, 50, "blue").writeTo(folder.resolve("otto"));
        rigs.look();

        assertThat(rigs.trouble()).isEmpty();
    }

    @Test
    void readsAZipWhetherOrNotItsFolderIsPackedToo() throws IOException {
        good().zipTo(folder.resolve("bare.zip"), "");
        good().zipTo(folder.resolve("packed.zip"), "otto/");

        assertThat(looked("bare").current().name()).isEqualTo("Fixture");
        assertThat(looked("packed").current().name()).isEqualTo("Fixture");
        assertThat(looked("packed").trouble()).isEmpty();
    }

    @Test
    void refusesAZipThatUnpacksToMoreThanAFileMayHave() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("bomb.zip")))) {
            out.putNextEntry(new ZipEntry("rig.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 20; i++) {
                out.write(zeros);
            }
        }

        assertThat(looked("bomb").trouble().orElseThrow())
                .contains("rig.json has ", "at most " + RigFiles.FILE_MAX_BYTES);
    }

    @Test
    void refusesWhatIsNoZipAndTooManyFiles() throws IOException {
        Files.writeString(folder.resolve("text.zip"), "PK no zip");
        for (int i = 0; i <= RigFiles.FILES_MAX; i++) {
            Files.createDirectories(folder.resolve("many"));
            Files.writeString(folder.resolve("many/" + i + ".svg"), "");
        }

        assertThat(looked("text").trouble().orElseThrow()).contains("there is no rig.json");
        assertThat(looked("many").trouble().orElseThrow()).contains("more than " + RigFiles.FILES_MAX + " files");
    }

    @Test
    void followsNoLinks() throws IOException {
        good().writeTo(folder.resolve("otto"));
        Files.delete(folder.resolve("otto/face.svg"));
        Files.writeString(folder.resolve("secret.svg"), "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>");
        Files.createSymbolicLink(folder.resolve("otto/face.svg"), folder.resolve("secret.svg"));

        assertThat(looked("otto").trouble().orElseThrow()).contains("there is no file face.svg");
    }

    @Test
    void refusesADrawingLargerThanIsRead() throws IOException {
        good().with("face.svg", new byte[SvgDrawing.BYTES_MAX + 1]).writeTo(folder.resolve("otto"));

        assertThat(looked("otto").trouble().orElseThrow()).contains("face.svg: it has ", "at most");
    }

    @Test
    void writesTheBundledCharacterAsAnExampleThatWorks() {
        RigFolder rigs = new RigFolder(folder, "default");
        rigs.writeExamples();

        assertThat(folder.resolve("examples/rig.schema.json")).exists();
        RigFolder copy = new RigFolder(folder.resolve("examples"), "default");
        copy.look();
        assertThat(copy.trouble()).isEmpty();
        assertThat(copy.current().files()).isEqualTo(new BundledRig().current().files());
    }

    @Test
    void writesAnExampleAgainOnlyWhenItIsAnother() throws IOException {
        RigFolder rigs = new RigFolder(folder, "default");
        rigs.writeExamples();
        Path untouched = folder.resolve("examples/rig.schema.json");
        Path changed = folder.resolve("examples/default/rig.json");
        String text = Files.readString(changed);
        FileTime before = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(untouched, before);
        Files.writeString(changed, text.replace("Porcelain", "Porcupine"));

        rigs.writeExamples();

        assertThat(Files.getLastModifiedTime(untouched)).isEqualTo(before);
        assertThat(changed).hasContent(text);
    }

    @Test
    void goesBackToTheBundledCharacterWhenARigCannotBeDrawn() throws IOException {
        good().writeTo(folder.resolve("otto"));
        RigFolder rigs = looked("otto");

        Rig next = rigs.failed(rigs.current(), new IllegalStateException("broken"));

        assertThat(next.name()).isEqualTo("Porcelain auctioneer");
        assertThat(rigs.current()).isSameAs(next);
        assertThat(rigs.trouble().orElseThrow()).contains("cannot be drawn", "broken");
    }
}
