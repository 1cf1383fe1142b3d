package com.sothebais.web.internal.json;

import com.sothebais.api.money.Money;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns any value of the language into maps, lists, texts and numbers, so that a fact added tomorrow can be looked at without a
 * change here. For people who look into the log, a page at a time; nothing on the way of a bid comes here.
 */
final class Plain {
    private Plain() {}

    static Object of(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Plain::of).orElse(null);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(Plain::of).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, entry) -> plain.put(String.valueOf(key), of(entry)));
            return plain;
        }
        if (value instanceof Money money) {
            return MoneyJson.of(money);
        }
        return value instanceof Record fact ? fields(fact) : value.toString();
    }

    /** Ids and other wrapped values read as what they wrap. */
    private static Object fields(Record fact) {
        RecordComponent[] components = fact.getClass().getRecordComponents();
        boolean wrapper = components.length == 1 && components[0].getType() == String.class;
        if (wrapper) {
            return read(fact, components[0]);
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            plain.put(component.getName(), of(read(fact, component)));
        }
        return plain;
    }

    private static Object read(Record fact, RecordComponent component) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + fact.getClass(), e);
        }
    }
}
