package com.sothebais.auction.engine;

import com.sothebais.auction.rules.FloorState;
import com.sothebais.auction.rules.FloorState.Bidding;
import com.sothebais.auction.rules.FloorState.Lot;
import com.sothebais.auction.rules.Trail.Taken;
import java.util.ArrayList;
import java.util.List;

/** Gives back snapshots without the newest bid of every lot; in the package of the engine, because nobody else can read them. */
public final class ForgetfulSnapshots implements Snapshots {
    private final Snapshots snapshots;

    public ForgetfulSnapshots(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public List<Kept> newestFirst() {
        return snapshots.newestFirst();
    }

    @Override
    public void keep(Kept kept) {
        Snapshot snapshot = Archive.BYTES.read(kept.bytes());
        FloorState floor = snapshot.floor();
        FloorState fewer = new FloorState(
                floor.campaigns(),
                floor.sessions(),
                floor.lots().stream().map(ForgetfulSnapshots::without).toList(),
                floor.published(),
                floor.unsold(),
                floor.money(),
                floor.threads());
        byte[] bytes = Archive.BYTES.write(new Snapshot(fewer, snapshot.seen(), snapshot.place()));
        snapshots.keep(new Kept(kept.position(), kept.format(), Archive.checksum(bytes), bytes));
    }

    private static Lot without(Lot lot) {
        List<Taken> trail = new ArrayList<>(lot.bidding().trail());
        if (trail.isEmpty()) {
            return lot;
        }
        trail.remove(trail.size() - 1);
        Bidding bidding = new Bidding(
                lot.bidding().lead(),
                lot.bidding().pending(),
                trail,
                lot.bidding().accepted());
        return new Lot(lot.plan(), lot.session(), lot.clock(), bidding, lot.chain(), lot.maxima(), lot.result());
    }
}
