package com.sothebais.web.internal.reads;

import com.sothebais.web.internal.json.PageJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pages of a list that is in memory: the cursor is the id of the last item that was seen. */
public final class Paging {
    /** Names of the two filters that every list takes. */
    public static final String LIMIT = "limit";

    public static final String CURSOR = "cursor";

    /** Most items of one page of a list. */
    public static final int LIMIT_MAX = 200;

    public static final int LIMIT_DEFAULT = 50;

    private Paging() {}

    /**
     * What a list is asked for.
     *
     * @param id of an item, as the cursor has it
     */
    public record Wanted<T>(Predicate<T> filter, Function<T, String> id) {}

    /** The items behind the cursor that pass the filter, as many as the query wants. */
    public static <T, J> PageJson<J> page(List<T> items, Query query, Wanted<T> wanted, Function<T, J> json) {
        int limit = (int) query.whole(LIMIT, LIMIT_DEFAULT, 1, LIMIT_MAX);
        List<J> page = new ArrayList<>();
        String last = null;
        for (T item : items.subList(start(items, query.text(CURSOR), wanted.id()), items.size())) {
            if (wanted.filter().test(item)) {
                if (page.size() == limit) {
                    return new PageJson<>(page, last);
                }
                page.add(json.apply(item));
                last = wanted.id().apply(item);
            }
        }
        return new PageJson<>(page, null);
    }

    private static <T> int start(List<T> items, Optional<String> cursor, Function<T, String> id) {
        if (cursor.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < items.size(); i++) {
            if (id.apply(items.get(i)).equals(cursor.get())) {
                return i + 1;
            }
        }
        throw Query.wrong(CURSOR, "is not known any more; begin without it");
    }
}
