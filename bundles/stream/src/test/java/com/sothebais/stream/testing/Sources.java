package com.sothebais.stream.testing;

import com.sothebais.api.stream.Size;
import com.sothebais.stream.control.LayoutSources;
import com.sothebais.stream.layout.BundledLayout;
import com.sothebais.stream.layout.LayoutShelf;
import com.sothebais.stream.scene.Playing;
import com.sothebais.stream.scene.Screen;
import com.sothebais.stream.scene.Venue;
import java.nio.file.Path;
import java.util.Optional;

/** What can be on program without any file. */
public final class Sources {
    private static final int FPS = 30;

    private Sources() {}

    public static LayoutSources bundled(Size size) {
        return new LayoutSources(
                new Screen(size, FPS),
                Playing.NOTHING,
                new Venue("sothebais", Optional.empty()),
                new BundledLayout(),
                new LayoutShelf(Path.of("nowhere"), asset -> false));
    }
}
