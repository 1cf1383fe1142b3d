package com.sothebais.stream.scene;

/** How large something is shown, pixels of the stream. */
public record Place(int width, int height) {}
