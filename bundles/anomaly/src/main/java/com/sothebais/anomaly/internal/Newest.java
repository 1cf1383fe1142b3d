package com.sothebais.anomaly.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets the entry that was untouched longest once it holds too many. Not thread-safe. */
final class Newest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_ROOM = 16;
    private static final float LOAD = 0.75f;

    private final int most;

    Newest(int most) {
        super(FIRST_ROOM, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
