package de.dfki.lt.tools.tokenizer.annotate;

/**
 * A text whose characters carry values by key, with a cursor. Stands in for the interface of the same name that MaryTTS was
 * compiled against and that no repository holds any more. Not thread-safe.
 */
public interface AnnotatedString {

    /** Moves the cursor and returns the character there. */
    char setIndex(int index);

    int getIndex();

    /** One past the last character. */
    int getEndIndex();

    /** First character of the stretch around the cursor that carries the same value, or none, under the key. */
    int getRunStart(String key);

    /** One past the last character of that stretch. */
    int getRunLimit(String key);

    /** The value at the cursor; null without one, as MaryTTS expects. */
    Object getAnnotation(String key);

    /** Gives the characters from {@code begin} to before {@code end} a value. */
    void annotate(String key, Object value, int begin, int end);

    String substring(int begin, int end);
}
