package com.sothebais.simulation;

import com.sothebais.auction.engine.Snapshots.Kept;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Where snapshots are kept, with everything that can happen to them: written late, lost, cut off, changed on the disk, of another version. */
final class Vault {
    /** As many as the real table keeps. */
    private static final int KEPT_MAX = 3;

    private final Dice dice;
    private final List<Kept> newestFirst = new ArrayList<>();
    /** Snapshots that a process is still writing. */
    private final List<Late> late = new ArrayList<>();

    private boolean calm;
    private int count;

    private record Late(Object writer, Kept kept) {}

    Vault(Dice dice) {
        this.dice = dice;
    }

    /** How many were kept, damaged or not. */
    int count() {
        return count;
    }

    void calm() {
        calm = true;
    }

    List<Kept> newestFirst() {
        boolean newestLost = !calm && dice.percent(5) && !newestFirst.isEmpty();
        return List.copyOf(newestLost ? newestFirst.subList(1, newestFirst.size()) : newestFirst);
    }

    /** @param writer the process, whose end ends its writing */
    void keep(Object writer, Kept kept) {
        finish(writer);
        int way = calm ? 100 : dice.below(100);
        if (way < 20) {
            late.add(new Late(writer, kept));
        } else {
            store(way < 40 ? damaged(kept) : kept);
        }
    }

    /** Sometimes what a process was writing when it ended is there, sometimes not. */
    void ended(Object writer) {
        if (dice.percent(50)) {
            finish(writer);
        }
        late.removeIf(one -> one.writer() == writer);
    }

    private void finish(Object writer) {
        for (Iterator<Late> all = late.iterator(); all.hasNext(); ) {
            Late one = all.next();
            if (one.writer() == writer) {
                all.remove();
                store(one.kept());
            }
        }
    }

    private void store(Kept kept) {
        count++;
        newestFirst.add(0, kept);
        if (newestFirst.size() > KEPT_MAX) {
            newestFirst.remove(KEPT_MAX);
        }
    }

    private Kept damaged(Kept kept) {
        byte[] bytes = kept.bytes().clone();
        switch (dice.below(4)) {
            case 0 -> bytes[dice.below(bytes.length)] ^= (byte) (1 << dice.below(8));
            case 1 -> bytes = java.util.Arrays.copyOf(bytes, dice.below(bytes.length));
            case 2 -> {
                return new Kept(kept.position(), "0/another", kept.checksum(), bytes);
            }
            default -> {
                return new Kept(kept.position(), kept.format(), "", bytes);
            }
        }
        return new Kept(kept.position(), kept.format(), kept.checksum(), bytes);
    }
}
