package com.sothebais.rehearsal.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The artworks of a show: a table {@code artworks.tsv} (file, title, artist, story) and the pictures beside it. */
final class Artworks {
    private static final String TABLE = "artworks.tsv";
    private static final int COLUMNS = 4;

    private Artworks() {}

    /** @param content the picture as it is in its file */
    record Artwork(String file, String title, String artist, String story, byte[] content) {}

    /**
     * Reads all artworks.
     *
     * @param folder resource folder, for example {@code /artworks/}
     * @throws ShowException when the table or a picture is missing or wrong; says which and what is expected
     */
    static List<Artwork> load(String folder) {
        List<Artwork> artworks = new ArrayList<>();
        String[] rows = new String(read(folder, TABLE), StandardCharsets.UTF_8).split("\r?\n");
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].isBlank() || rows[i].startsWith("#") || rows[i].startsWith("file\t")) {
                continue;
            }
            String[] cells = rows[i].split("\t", -1);
            if (cells.length != COLUMNS || List.of(cells).stream().anyMatch(String::isBlank)) {
                throw new ShowException("line " + (i + 1) + " of " + TABLE
                        + " needs file, title, artist and story, separated by tabs, but is '" + rows[i] + "'");
            }
            artworks.add(new Artwork(
                    cells[0].strip(),
                    cells[1].strip(),
                    cells[2].strip(),
                    cells[3].strip(),
                    read(folder, cells[0].strip())));
        }
        if (artworks.isEmpty()) {
            throw new ShowException(TABLE + " names no artwork");
        }
        return artworks;
    }

    private static byte[] read(String folder, String file) {
        try (InputStream content = Artworks.class.getResourceAsStream(folder + file)) {
            if (content == null) {
                throw new ShowException(
                        "the artwork file '" + file + "' is missing in the rehearsal bundle; build it again");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new ShowException("the artwork file '" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
