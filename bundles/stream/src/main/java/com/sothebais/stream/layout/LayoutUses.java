package com.sothebais.stream.layout;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which layouts name an asset: all that are in the folder, because one that is not on air today may be tomorrow. An id is 64
 * digits, so a file that has them means it, even one that is refused for something else.
 */
final class LayoutUses {

    /** Files that are looked into; a folder with more has other things in it than layouts. */
    static final int FILES_MAX = 500;

    private static final String KIND = "layout";
    private static final String SUFFIX = ".json";

    private final Path folder;

    LayoutUses(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException when a file cannot be read, so that nobody takes that for "not used" */
    List<AssetUse> of(AssetId asset) {
        List<AssetUse> uses = new ArrayList<>();
        for (String name : naming(folder, asset)) {
            uses.add(use(name));
        }
        for (String campaign : naming(folder.resolve("campaigns"), asset)) {
            uses.add(campaignUse(campaign));
        }
        return uses;
    }

    static AssetUse use(String layout) {
        return new AssetUse(KIND, layout, "Layout \"" + layout + "\"");
    }

    static AssetUse campaignUse(String campaign) {
        return new AssetUse(KIND, "campaigns/" + campaign, "Layout of the campaign \"" + campaign + "\"");
    }

    static boolean shows(Layout layout, AssetId asset) {
        return layout.regions().stream()
                .flatMap(region -> region.items().stream())
                .anyMatch(item ->
                        item instanceof Item.Image image && image.asset().equals(asset));
    }

    private static List<String> naming(Path directory, AssetId asset) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                    .limit(FILES_MAX)
                    .filter(file -> names(file, asset))
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean names(Path file, AssetId asset) {
        try {
            // Digits are the same in every encoding that a layout may wrongly have.
            return Files.size(file) <= LayoutReader.FILE_MAX_BYTES
                    && Files.readString(file, StandardCharsets.ISO_8859_1).contains(asset.value());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
