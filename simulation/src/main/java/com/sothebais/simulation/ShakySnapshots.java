package com.sothebais.simulation;

import com.sothebais.auction.engine.Snapshots;
import java.util.List;

/** The snapshots as one process sees them: the same vault, and faults of its own. */
final class ShakySnapshots implements Snapshots {
    private final Vault vault;
    private final Interference interference;

    ShakySnapshots(Vault vault, Interference interference) {
        this.vault = vault;
        this.interference = interference;
    }

    @Override
    public List<Kept> newestFirst() {
        interference.read();
        return vault.newestFirst();
    }

    @Override
    public void keep(Kept snapshot) {
        interference.read();
        vault.keep(interference, snapshot);
        interference.touch("after the snapshot");
    }
}
