package com.sothebais.auction.engine;

import java.util.List;

/** Where snapshots of the auctioneer's state are kept. They only save time: without any, the log is read from its beginning. */
public interface Snapshots {

    /** Keeps nothing. */
    Snapshots NONE = new Snapshots() {
        @Override
        public List<Kept> newestFirst() {
            return List.of();
        }

        @Override
        public void keep(Kept snapshot) {
            // Nothing is kept.
        }
    };

    /**
     * A state as bytes.
     *
     * @param position the state is that after the fact there
     * @param format names how the bytes are to be read; another format is of no use
     * @param checksum SHA-256 of the bytes in hexadecimal digits
     */
    record Kept(long position, String format, String checksum, byte[] bytes) {}

    /**
     * The snapshots that are kept.
     *
     * @throws RuntimeException when they cannot be read
     */
    List<Kept> newestFirst();

    /**
     * Keeps one more and forgets the oldest.
     *
     * @throws RuntimeException when it could not be kept
     */
    void keep(Kept snapshot);
}
