package com.sothebais.stream.testing;

import com.sothebais.api.stream.Size;
import com.sothebais.stream.layout.BundledLayout;
import com.sothebais.stream.scene.SceneComposer;
import com.sothebais.stream.scene.Venue;
import java.util.Optional;

/** Composers in the bundled layout. */
public final class Composers {
    private Composers() {}

    /** Of a show whose wallet page is known. */
    public static SceneComposer withWallet(Size size) {
        return new SceneComposer(
                size, new BundledLayout(), new Venue("sothebais", Optional.of("https://auction.example/wallet")));
    }

    /** Of a show whose wallet page is not known. */
    public static SceneComposer of(Size size) {
        return new SceneComposer(size, new BundledLayout(), new Venue("sothebais", Optional.empty()));
    }
}
