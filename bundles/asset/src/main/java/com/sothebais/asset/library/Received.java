package com.sothebais.asset.library;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetLibrary.Upload;
import com.sothebais.api.asset.NamedAsset.Shape;
import com.sothebais.asset.picture.Pictures;
import com.sothebais.asset.store.Inbox;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Content that was received and checked, in a file of its own, with its pictures. Holds one of the places for uploads until closed. */
final class Received implements Upload {
    private final Asset content;
    private final Shape shape;
    private final Path file;
    private final Pictures.Made made;
    private final Semaphore place;
    private final AtomicBoolean closed = new AtomicBoolean();

    Received(Asset content, Shape shape, Path file, Pictures.Made made, Semaphore place) {
        this.content = content;
        this.shape = shape;
        this.file = file;
        this.made = made;
        this.place = place;
    }

    Path file() {
        return file;
    }

    Pictures.Made made() {
        return made;
    }

    @Override
    public Asset content() {
        return content;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Inbox.discard(file);
            place.release();
        }
    }
}
