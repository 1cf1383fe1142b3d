package com.sothebais.stream.testing;

import com.sothebais.api.stream.Size;
import com.sothebais.stream.layout.BundledLayout;
import com.sothebais.stream.scene.Playing;
import com.sothebais.stream.scene.SceneComposer;
import com.sothebais.stream.scene.Screen;
import com.sothebais.stream.scene.Venue;
import java.util.Optional;

/** Composers in the bundled layout. */
public final class Composers {
    private static final int FPS = 30;

    private Composers() {}

    /** Of a show whose wallet page is known. */
    public static SceneComposer withWallet(Size size) {
        return of(size, Optional.of("https://auction.example/wallet"), Playing.NOTHING);
    }

    /** Of a show whose wallet page is not known. */
    public static SceneComposer of(Size size) {
        return of(size, Optional.empty(), Playing.NOTHING);
    }

    /** With pictures that play. */
    public static SceneComposer of(Size size, Playing playing) {
        return of(size, Optional.empty(), playing);
    }

    /** Without moves over artwork. */
    public static SceneComposer resting(Size size) {
        return new SceneComposer(
                new Screen(size, FPS), new RestingLayout(), new Venue("sothebais", Optional.empty()), Playing.NOTHING);
    }

    private static SceneComposer of(Size size, Optional<String> wallet, Playing playing) {
        return new SceneComposer(new Screen(size, FPS), new BundledLayout(), new Venue("sothebais", wallet), playing);
    }
}
