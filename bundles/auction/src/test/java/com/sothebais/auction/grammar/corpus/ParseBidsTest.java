package com.sothebais.auction.grammar.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseBidsTest {
    private static final String HEADER = "id\ttext\tcontext\tintent\tamount\tcurrency\terror\tflags\tnote\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsFiveCellsForEachRowAndTheCountOfDisagreements() throws IOException {
        int code = parse(HEADER + "A\tbid 2.50 eth\t\tBID\t2.5\tETH\t\t\t\nB\tgm\t\tBID\t1\tETH\t\t\twrong\n");

        assertThat(printed()).isEqualTo("A\tBID\t2.5\tETH\t\nB\tCHAT\t\t\t\n# 1 disagreements of 2 rows\n");
        assertThat(noted()).contains("line 3 B: expected BID 1 ETH, read CHAT: gm");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void namesRowsThatBindAndMustNot() throws IOException {
        parse(HEADER + "A\tbid 3 eth\t\tCHAT\t\t\tJOKE\t\t\n");

        assertThat(noted()).contains("FALSE BID").contains("1 rows bind and must not");
    }

    @Test
    void agreesWithoutTheOptionalColumnsAndInAnyOrderOfThem() throws IOException {
        assertThat(parse("text\tid\nbid 3 eth\tA\n")).isZero();
        assertThat(printed()).isEqualTo("A\tBID\t3\tETH\t\n# 0 disagreements of 1 rows\n");
    }

    @Test
    void readsTheFilesOfOtherSystemsWithByteOrderMarkAndCarriageReturns() throws IOException {
        assertThat(parse("\uFEFFid\ttext\tintent\r\nA\tbid 3 eth\tBID\r\n\r\nB\tgm\tCHAT"))
                .isZero();
        assertThat(printed()).isEqualTo("A\tBID\t3\tETH\t\nB\tCHAT\t\t\t\n# 0 disagreements of 2 rows\n");
    }

    @Test
    void quotationMarksBelongToTheText() throws IOException {
        parse("id\ttext\nA\t\"bid 3 eth\"\nB\tbid 3 eth, \"Sunset\" is great\nC\t\"\n");

        assertThat(printed()).startsWith("A\tCHAT\t\t\tQUOTED\n").contains("C\tCHAT\t\t\t\n");
    }

    @Test
    void lineBreaksAndTabsInATextAreWrittenAsTwoCharacters() throws IOException {
        parse("id\ttext\nA\tbid\\n3\\teth\n");

        assertThat(printed()).startsWith("A\tBID\t3\tETH\t\n");
    }

    @Test
    void contextsChangeWhatAPostIs() throws IOException {
        parse(
                HEADER
                        + "A\t3 weth\treply_to_lot;accepts=ETH,WETH\tBID\t3\tWETH\nB\tbid 30\thigh=2\tBID\t30\tETH\tCONFIRM_LARGE\n");

        assertThat(printed()).endsWith("# 0 disagreements of 2 rows\n");
    }

    @Test
    void contextsThatNobodyKnowsAreNotedAndChangeNothing() throws IOException {
        assertThat(parse("id\ttext\tcontext\nA\tbid 3 eth\tfull_moon\n")).isZero();
        assertThat(noted()).contains("line 2").contains("full_moon");
    }

    @Test
    void linesThatCannotBeReadAreNamedAndTheOthersAreRead() throws IOException {
        int code = parse("id\ttext\tcontext\nA\nB\tbid 3 eth\thigh=much\nC\tgm\nD\tgm\t\textra\n");

        assertThat(code).isEqualTo(2);
        assertThat(printed()).startsWith("C\tCHAT").endsWith("# 0 disagreements of 1 rows\n");
        assertThat(noted())
                .contains("line 2: has 1 cells")
                .contains("line 3: high is no number")
                .contains("line 5:");
    }

    @Test
    void saysWhatIsWrongWithAWholeFile() throws IOException {
        assertThat(parse("number\ttext\n1\tgm\n")).isEqualTo(2);
        assertThat(noted()).contains("the column id is missing").contains("number | text");
        assertThat(parse("")).isEqualTo(2);
        assertThat(parse("id\ttext\tid\n")).isEqualTo(2);
        assertThat(noted()).contains("named twice");
    }

    @Test
    void saysWhichLineIsNoUtf8() throws IOException {
        Path file = folder.resolve("latin.tsv");
        Files.write(file, "id\ttext\nA\tgm\nB\tcaf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(noted()).contains("line 3: is not UTF-8");
    }

    @Test
    void needsOneFileThatExists() {
        assertThat(run()).isEqualTo(2);
        assertThat(noted()).contains("./sothebais parse-bids FILE.tsv");
        assertThat(run(folder.resolve("none.tsv").toString())).isEqualTo(2);
        assertThat(noted()).contains("there is no file");
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(noted()).contains("is a directory");
        assertThat(printed()).isEmpty();
    }

    private int parse(String content) throws IOException {
        Path file = folder.resolve("posts.tsv");
        Files.writeString(file, content);
        return run(file.toString());
    }

    private int run(String... arguments) {
        out.reset();
        notes.reset();
        return new ParseBids(stream(out), stream(notes)).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String noted() {
        return notes.toString(StandardCharsets.UTF_8);
    }
}
