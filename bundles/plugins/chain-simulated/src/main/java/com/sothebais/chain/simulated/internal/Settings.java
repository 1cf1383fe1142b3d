package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.ChainId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The checked configuration. A wrong value is replaced by its default and named in {@code problems}.
 *
 * @param blockMillis time between blocks; 0 gives every transaction a block at once
 */
record Settings(ChainId id, long blockMillis, List<String> problems) {
    static final String PID = "com.sothebais.chain.simulated";
    static final String ID = "sim:1";
    static final long BLOCK_MILLIS = 1_000;
    private static final long BLOCK_MILLIS_MAX = 5_000;

    static Settings of(Map<String, ?> properties) {
        List<String> problems = new ArrayList<>();
        String id = String.valueOf(properties.get("id")).trim();
        if (!id.matches("sim:[A-Za-z0-9]{1,32}")) {
            problems.add(wrong("id", id, "sim: and 1 to 32 letters or digits", ID));
            id = ID;
        }
        String millis = String.valueOf(properties.get("block.millis")).trim();
        long blockMillis = millis.matches("[0-9]{1,9}") ? Long.parseLong(millis) : -1;
        if (blockMillis < 0 || blockMillis > BLOCK_MILLIS_MAX) {
            problems.add(wrong("block.millis", millis, "0 to " + BLOCK_MILLIS_MAX, "" + BLOCK_MILLIS));
            blockMillis = BLOCK_MILLIS;
        }
        return new Settings(new ChainId(id), blockMillis, List.copyOf(problems));
    }

    private static String wrong(String key, String value, String allowed, String used) {
        return PID + ": " + key + " = '" + value + "' is not allowed, expected " + allowed + "; using " + used
                + ". Correct it in etc/" + PID + ".cfg.";
    }
}
