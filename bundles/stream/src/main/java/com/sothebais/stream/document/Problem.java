package com.sothebais.stream.document;

/**
 * A mistake in a document.
 *
 * @param path where, as a JSON pointer (RFC 6901); empty for the whole file
 * @param message what is wrong and what to do
 */
public record Problem(String path, String message) {

    /** The path of a field or item inside. */
    public static String inside(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "/" : path) + ": " + message;
    }
}
