package com.sothebais.auction.grammar.corpus;

import com.sothebais.api.social.Post;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of posts: UTF-8, tab separated, the first line names the columns, in any order. {@code id} and {@code text} are needed;
 * without {@code context} every row has the default one; the answers may be missing.
 *
 * @param faults what is wrong with single lines, each with its number; those lines are no rows
 */
public record Table(List<Row> rows, List<String> faults) {
    static final List<String> ANSWERS = List.of("intent", "amount", "currency", "error");

    public Table {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * @throws IOException when the file cannot be read, is not UTF-8 or has no usable header; the message says which
     */
    public static Table of(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory, a file is needed");
        }
        return parse(text(Files.readAllBytes(file)));
    }

    /**
     * @throws IOException when the header lacks a column
     */
    public static Table parse(String content) throws IOException {
        String[] lines = content.split("\n", -1);
        Map<String, Integer> columns = columns(lines[0]);
        List<Row> rows = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String line = withoutReturn(lines[i]);
            if (!line.isEmpty()) {
                try {
                    rows.add(row(i + 1, line.split("\t", -1), columns));
                } catch (IllegalArgumentException e) {
                    faults.add("line " + (i + 1) + ": " + e.getMessage());
                }
            }
        }
        return new Table(rows, faults);
    }

    private static Map<String, Integer> columns(String header) throws IOException {
        String line = withoutReturn(header);
        String[] names = (line.startsWith("\uFEFF") ? line.substring(1) : line).split("\t", -1);
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (columns.put(names[i].strip(), i) != null) {
                throw new IOException("line 1: the column " + names[i].strip() + " is named twice");
            }
        }
        for (String needed : List.of("id", "text")) {
            if (!columns.containsKey(needed)) {
                throw new IOException(
                        "line 1: the column " + needed + " is missing; the first line must name the columns,"
                                + " separated by tabs, found: " + line.replace("\t", " | "));
            }
        }
        return columns;
    }

    private static Row row(int line, String[] cells, Map<String, Integer> columns) {
        if (cells.length > columns.size()) {
            throw new IllegalArgumentException(
                    "has " + cells.length + " cells, the header names " + columns.size() + " columns");
        }
        if (cells.length <= columns.get("text") || cells.length <= columns.get("id")) {
            throw new IllegalArgumentException("has " + cells.length + " cells, id or text is missing");
        }
        String text = cells[columns.get("text")].replace("\\n", "\n").replace("\\t", "\t");
        if (text.length() > Post.TEXT_MAX) {
            throw new IllegalArgumentException("the text has " + text.length() + " characters, limit " + Post.TEXT_MAX);
        }
        Map<String, String> expected = new HashMap<>();
        for (String column : ANSWERS) {
            if (columns.containsKey(column)) {
                expected.put(column, cell(cells, columns, column));
            }
        }
        return new Row(
                line,
                cells[columns.get("id")],
                text,
                Situation.of(cell(cells, columns, "context")),
                expected,
                cell(cells, columns, "flags"));
    }

    /** A cell that the line lacks at its end is empty. */
    private static String cell(String[] cells, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null || at >= cells.length ? "" : cells[at].strip();
    }

    private static String text(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("line " + lineOfFault(bytes) + ": is not UTF-8", e);
        }
    }

    private static long lineOfFault(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length);
        CoderResult stopped = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        return stopped.isError() ? 1 + out.flip().chars().filter(c -> c == '\n').count() : 1;
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
