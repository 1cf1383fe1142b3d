package com.sothebais.stream.rig;

import com.sothebais.api.stream.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A character that can be drawn: parts from back to front, and how they move. Thread-safe. */
public final class Rig {
    private final String name;
    private final Motion.Point size;
    private final List<List<Part>> sheets;
    private final Drawings drawings;

    /**
     * One layer.
     *
     * @param mask what of it is seen; moves with what the part follows and not with the part itself
     * @param frames what of an animation is shown when; the first that fits counts
     * @param box where its drawing goes, units of the rig
     * @param follows the motions it takes part in, outermost first
     * @param own its own motion, within those
     */
    record Part(
            Art art,
            Optional<Art> mask,
            List<Frames> frames,
            Area box,
            int opacityPercent,
            List<Motion> follows,
            Motion own) {
        Part {
            frames = List.copyOf(frames);
            follows = List.copyOf(follows);
        }

        /** The frame of an animation; drawings have one only. */
        double frame(Pose pose) {
            return frames.stream()
                    .filter(range -> range.isFor(pose))
                    .findFirst()
                    .map(range -> range.at(pose))
                    .orElse(0.0);
        }

        /** Whether it only changes with the mood. */
        boolean isStill() {
            return own.isNone()
                    && mask.isEmpty()
                    && frames.isEmpty()
                    && art.open().stream().allMatch(placeholder -> placeholder == Placeholder.MOOD);
        }
    }

    Rig(String name, Motion.Point size, List<Part> parts, Drawings drawings) {
        this.name = name;
        this.size = size;
        this.sheets = sheets(parts);
        this.drawings = drawings;
    }

    /** Parts that move alike and lie on one another are one sheet, so that a frame lays down few. */
    private static List<List<Part>> sheets(List<Part> parts) {
        List<List<Part>> sheets = new ArrayList<>();
        for (Part part : parts) {
            List<Part> last = sheets.isEmpty() ? List.of() : sheets.get(sheets.size() - 1);
            boolean together = !last.isEmpty()
                    && part.isStill()
                    && last.get(0).isStill()
                    && last.get(0).follows().equals(part.follows());
            if (together) {
                last.add(part);
            } else {
                sheets.add(new ArrayList<>(List.of(part)));
            }
        }
        return sheets.stream().map(List::copyOf).toList();
    }

    public String name() {
        return name;
    }

    Motion.Point size() {
        return size;
    }

    /** From back to front. */
    List<List<Part>> sheets() {
        return sheets;
    }

    Drawings drawings() {
        return drawings;
    }

    /** Every file it draws. */
    Set<String> files() {
        Set<String> files = new TreeSet<>();
        for (List<Part> sheet : sheets) {
            for (Part part : sheet) {
                files.addAll(part.art().files().values());
                part.mask().ifPresent(mask -> files.addAll(mask.files().values()));
            }
        }
        return files;
    }
}
