package com.sothebais.asset.library;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.AssetConflictException.Obstacle;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.Illustrator;
import com.sothebais.api.asset.Thumbnail;
import com.sothebais.asset.check.Checked;
import com.sothebais.asset.check.ContentCheck;
import com.sothebais.asset.check.Limits;
import com.sothebais.asset.picture.Pictures;
import com.sothebais.asset.store.Inbox;
import com.sothebais.asset.store.Pending;
import com.sothebais.asset.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Contents without names: receives, checks, stores and gives them. Needs no database. Thread-safe. */
public final class Shelf implements Assets {
    /** Most contents received at a time. */
    static final int UPLOADS_MAX = 8;

    /** Contents that no picture could be made of are remembered, so that it is not tried again with each call. */
    private static final int PICTURELESS_MAX = 1_000;

    private final Store store;
    private final Inbox inbox;
    private final Pending pending;
    private final Pictures pictures;
    private final Limits limits;
    private volatile Supplier<Optional<Illustrator>> illustrator = Optional::empty;
    private final Semaphore uploads = new Semaphore(UPLOADS_MAX);
    private final Set<AssetId> pictureless = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AssetId, Boolean> eldest) {
            return size() > PICTURELESS_MAX;
        }
    });

    /**
     * @param directory for everything but the contents themselves: what is on its way, notes and small pictures
     * @param spaceLeftBytes what must stay free on the disk
     */
    public Shelf(Store store, Path directory, Limits limits, long spaceLeftBytes) {
        this.store = store;
        this.limits = limits;
        this.inbox = new Inbox(directory.resolve(".incoming"), limits, spaceLeftBytes);
        this.pending = new Pending(directory.resolve(".pending"));
        this.pictures = new Pictures(directory.resolve(".pictures"));
    }

    /** Who makes pictures of what this bundle has no decoder for; asked when one is first wanted, and there may be nobody. */
    public void illustratedBy(Supplier<Optional<Illustrator>> by) {
        illustrator = by;
    }

    /** Throws away what was half received when the last process ended. */
    public void clean() throws IOException {
        inbox.clean();
    }

    Store contents() {
        return store;
    }

    Pending pending() {
        return pending;
    }

    /** Receives and checks content. The receiver closes it. */
    Received receive(InputStream content) {
        if (!uploads.tryAcquire()) {
            throw new AssetConflictException(
                    Obstacle.BUSY, UPLOADS_MAX + " uploads run at this moment; try again in a minute.");
        }
        Received received = null;
        Inbox.Received file = null;
        try {
            file = inbox.receive(content);
            Checked checked = ContentCheck.check(file.file(), limits);
            Asset asset = new Asset(file.id(), checked.mediaType(), file.bytes());
            Pictures.Made made = pictures.make(file.file(), checked);
            received = new Received(asset, checked.shape(), file.file(), made, uploads);
            return received;
        } catch (IOException e) {
            throw new AssetException("a received file cannot be read again: " + e.getMessage(), e);
        } finally {
            if (received == null) {
                Inbox.discard(file == null ? null : file.file());
                uploads.release();
            }
        }
    }

    /** Durable on return. Pictures come first: what is stored can be shown. */
    void put(Received received) throws IOException {
        pictures.keep(received.content().id(), received.made());
        store.put(received.content(), received.file());
    }

    void remove(AssetId id) throws IOException {
        store.delete(id);
        pictures.delete(id);
    }

    @Override
    public Asset store(byte[] content) {
        Objects.requireNonNull(content, "content");
        if (content.length > SIZE_MAX_BYTES) {
            throw new AssetRefusedException(
                    Reason.LIMIT_BYTES,
                    "expected at most " + SIZE_MAX_BYTES + " bytes, got " + content.length + "; upload it instead",
                    SIZE_MAX_BYTES,
                    content.length);
        }
        try {
            Optional<Asset> known = content.length == 0 ? Optional.empty() : store.stat(Inbox.idOf(content));
            Asset stored = known.isPresent() ? known.get() : put(content);
            // Whoever stores without a name keeps it: no leftover of an upload any more.
            pending.clear(stored.id());
            return stored;
        } catch (IOException e) {
            throw new AssetException("cannot store " + content.length + " bytes in " + store.place() + ": " + e, e);
        }
    }

    private Asset put(byte[] content) throws IOException {
        try (Received received = receive(new ByteArrayInputStream(content))) {
            put(received);
            return received.content();
        }
    }

    @Override
    public Optional<byte[]> content(AssetId id) {
        try {
            Optional<InputStream> found = store.open(id, 0);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = found.get()) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw unreadable(id, e);
        }
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        try {
            return store.stat(id);
        } catch (IOException e) {
            throw unreadable(id, e);
        }
    }

    @Override
    public Optional<InputStream> open(AssetId id, long from) {
        try {
            return store.open(id, from);
        } catch (IOException e) {
            throw unreadable(id, e);
        }
    }

    @Override
    public Optional<byte[]> still(AssetId id) {
        Optional<Asset> asset = find(id);
        if (asset.isEmpty() || asset.get().mediaType().equals(Checked.MP4)) {
            return Optional.empty();
        }
        String type = asset.get().mediaType();
        boolean needed = type.equals(Checked.SVG) || type.equals(Checked.WEBP);
        Optional<byte[]> still = needed ? made(asset.get(), () -> pictures.still(id)) : kept(id);
        return still.isPresent() || needed ? still : content(id);
    }

    @Override
    public Optional<byte[]> thumbnail(AssetId id, Thumbnail size) {
        Optional<Asset> asset = find(id);
        return asset.isEmpty() ? Optional.empty() : made(asset.get(), () -> pictures.thumbnail(id, size));
    }

    private interface Picture {
        Optional<byte[]> read() throws IOException;
    }

    private Optional<byte[]> kept(AssetId id) {
        try {
            return pictures.still(id);
        } catch (IOException e) {
            throw unreadable(id, e);
        }
    }

    /** A picture, made first when another node received the original, or an earlier version of the platform. */
    private Optional<byte[]> made(Asset asset, Picture picture) {
        try {
            Optional<byte[]> known = picture.read();
            if (known.isPresent() || isPictureless(asset.id())) {
                return known;
            }
            Optional<Illustrator> by = illustrator.get();
            if (by.isEmpty() && asset.mediaType().equals(Checked.MP4)) {
                return known;
            }
            make(asset, by);
            Optional<byte[]> made = picture.read();
            // A drawing may become one as soon as there is somebody to draw it.
            if (made.isEmpty() && (by.isPresent() || !asset.mediaType().equals(Checked.SVG))) {
                remember(asset.id());
            }
            return made;
        } catch (IOException e) {
            throw unreadable(asset.id(), e);
        }
    }

    private void make(Asset asset, Optional<Illustrator> by) throws IOException {
        try (InputStream in = store.open(asset.id(), 0).orElseThrow(() -> new IOException("it is gone"))) {
            Inbox.Received file = inbox.receive(in);
            try {
                Checked checked = ContentCheck.check(file.file(), limits);
                Pictures.Made made = pictures.make(file.file(), checked);
                boolean asks = made.isEmpty() && by.isPresent();
                pictures.keep(asset.id(), asks ? pictures.illustrate(file.file(), checked, by.get()) : made);
            } catch (AssetRefusedException e) {
                remember(asset.id());
            } finally {
                Inbox.discard(file.file());
            }
        }
    }

    private boolean isPictureless(AssetId id) {
        synchronized (pictureless) {
            return pictureless.contains(id);
        }
    }

    private void remember(AssetId id) {
        synchronized (pictureless) {
            pictureless.add(id);
        }
    }

    private AssetException unreadable(AssetId id, IOException e) {
        return new AssetException("cannot read asset " + id + " from " + store.place() + ": " + e.getMessage(), e);
    }
}
