package com.sothebais.event.internal.codec;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Brings a payload of one type from one version to the next.
 *
 * @param from the version it takes; it gives {@code from + 1}
 * @param change gets a map it may change, of maps, lists, strings, {@code Long}s and {@code Boolean}s
 */
record Upcaster(String type, int from, UnaryOperator<Map<String, Object>> change) {}
