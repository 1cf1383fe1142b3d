package de.dfki.lt.tools.tokenizer.annotate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Keeps one value per character and key: texts here are a few hundred characters, so nothing finer is needed. */
public final class FastAnnotatedString implements AnnotatedString {
    private final String text;
    private final Map<String, Object[]> values = new HashMap<>();
    private int index;

    public FastAnnotatedString(String text) {
        this.text = text;
    }

    @Override
    public char setIndex(int newIndex) {
        index = newIndex;
        return index < text.length() ? text.charAt(index) : java.text.CharacterIterator.DONE;
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getEndIndex() {
        return text.length();
    }

    @Override
    public int getRunStart(String key) {
        Object[] row = row(key);
        int start = index;
        while (start > 0 && row[start - 1] == row[index]) {
            start--;
        }
        return start;
    }

    @Override
    public int getRunLimit(String key) {
        Object[] row = row(key);
        int limit = index + 1;
        while (limit < row.length && row[limit] == row[index]) {
            limit++;
        }
        return limit;
    }

    @Override
    public Object getAnnotation(String key) {
        return index < text.length() ? row(key)[index] : null;
    }

    @Override
    public void annotate(String key, Object value, int begin, int end) {
        Arrays.fill(row(key), begin, end, value);
    }

    @Override
    public String substring(int begin, int end) {
        return text.substring(begin, end);
    }

    private Object[] row(String key) {
        return values.computeIfAbsent(key, unused -> new Object[text.length()]);
    }
}
