package com.sothebais.stream.picture;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.stream.picture.Exhibit.Found;
import com.sothebais.stream.print.Print;
import com.sothebais.stream.scene.Place;
import com.sothebais.stream.scene.Playing;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures of assets as they are shown, for all canvases. They are read and decoded on threads of its own, so that whatever an asset
 * contains, who shows it never waits: it gets nothing until there is something. Thread-safe.
 */
public final class Gallery implements Playing, AutoCloseable {
    /** Films that play or are ready to, at a time. */
    static final int FILMS_MAX = 3;

    /** Memory of stills; what nobody looks at any more goes first. */
    static final long BYTES_MAX = 96L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Gallery.class);

    /** Pictures that are known, at a time. */
    private static final int EXHIBITS_MAX = 256;

    private static final int LOADERS = 2;
    private static final int LOADS_WAITING_MAX = 64;
    private static final long LOADER_IDLE_SECONDS = 30;

    /** What nobody asked for within this time is not on show. */
    private static final long SHOWN_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Loader loader;
    private final Executor executor;
    private final Optional<ThreadPoolExecutor> own;
    private final Map<Spot, Exhibit> exhibits = new LinkedHashMap<>(16, 0.75f, true);
    private long sweptNanos = System.nanoTime();
    private int filmsOpening;
    private boolean closed;

    private record Spot(AssetId asset, int width, int height) {}

    /** Loads on threads of its own. */
    public static Gallery of(Assets assets) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                LOADERS,
                LOADERS,
                LOADER_IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(LOADS_WAITING_MAX),
                task -> {
                    Thread thread = new Thread(task, "sothebais-pictures");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return new Gallery(assets, pool, Optional.of(pool));
    }

    /** Loads while it is asked, for who wants pictures of one instant. */
    public static Gallery waiting(Assets assets) {
        return new Gallery(assets, Runnable::run, Optional.empty());
    }

    private Gallery(Assets assets, Executor executor, Optional<ThreadPoolExecutor> own) {
        this.loader = new Loader(assets);
        this.executor = executor;
        this.own = own;
    }

    @Override
    public long frame(AssetId asset, Place place, long millis) {
        Exhibit exhibit = lookedAt(new Spot(asset, place.width(), place.height()));
        synchronized (this) {
            return exhibit.frame(millis);
        }
    }

    @Override
    public void prepare(AssetId asset, Place place) {
        lookedAt(new Spot(asset, place.width(), place.height()));
    }

    /** The picture of a number for a place, the newest one when that is gone; empty when there is none. */
    Optional<Print> print(AssetId asset, int width, int height, long frame) {
        Exhibit exhibit = lookedAt(new Spot(asset, width, height));
        synchronized (this) {
            return exhibit.print(frame);
        }
    }

    /** What of that which is on show cannot be shown as it should, in words; empty when all can. */
    public synchronized Optional<String> trouble() {
        long now = System.nanoTime();
        for (Map.Entry<Spot, Exhibit> exhibit : exhibits.entrySet()) {
            Optional<String> note = exhibit.getValue().note();
            if (note.isPresent() && exhibit.getValue().isLookedAt(now, SHOWN_NANOS)) {
                return Optional.of(
                        "The picture " + shortly(exhibit.getKey().asset()) + " on the stream: " + note.get());
            }
        }
        return Optional.empty();
    }

    private static String shortly(AssetId asset) {
        return asset.value().substring(0, 12) + "…";
    }

    private Exhibit lookedAt(Spot spot) {
        Exhibit exhibit;
        synchronized (this) {
            long now = System.nanoTime();
            exhibit = exhibits.computeIfAbsent(spot, any -> new Exhibit());
            exhibit.lookedAt(now);
            sweep(now);
            if (closed || !exhibit.isWanted(now)) {
                return exhibit;
            }
            exhibit.asked();
        }
        try {
            executor.execute(() -> load(spot, exhibit));
        } catch (RejectedExecutionException e) {
            found(
                    spot,
                    exhibit,
                    Found.nothing("too many pictures are being read; it comes later", Loader.SOON_SECONDS));
        }
        return exhibit;
    }

    private void load(Spot spot, Exhibit exhibit) {
        Found found;
        boolean film = mayPlay();
        try {
            found = loader.load(spot.asset(), spot.width(), spot.height(), film);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // The top of a thread of its own: whatever an asset leads a library into is the answer.
            LOG.debug("asset {}", spot.asset(), e);
            found = Found.nothing("it cannot be read: " + e, 0);
        } finally {
            opened(film);
        }
        found(spot, exhibit, found);
    }

    private synchronized boolean mayPlay() {
        long playing = exhibits.values().stream().filter(Exhibit::isPlaying).count();
        boolean may = playing + filmsOpening < FILMS_MAX;
        filmsOpening += may ? 1 : 0;
        return may;
    }

    private synchronized void opened(boolean counted) {
        filmsOpening -= counted ? 1 : 0;
    }

    private synchronized void found(Spot spot, Exhibit exhibit, Found found) {
        if (closed || exhibits.get(spot) != exhibit) {
            found.reel().ifPresent(reel -> reel.close());
            return;
        }
        Optional<String> known = exhibit.note();
        exhibit.found(found, System.nanoTime());
        if (found.note().isPresent() && !found.note().equals(known)) {
            LOG.warn("asset {} on the stream: {}", spot.asset(), found.note().get());
        }
    }

    /** Lets go of films nobody looks at, and of as many pictures as are too many, those first that were not looked at the longest. */
    private void sweep(long now) {
        if (now - sweptNanos < SWEEP_NANOS && exhibits.size() <= EXHIBITS_MAX) {
            return;
        }
        sweptNanos = now;
        long bytes = exhibits.values().stream().mapToLong(Exhibit::bytes).sum();
        Iterator<Exhibit> all = exhibits.values().iterator();
        while (all.hasNext()) {
            Exhibit exhibit = all.next();
            boolean tooMuch = bytes > BYTES_MAX || exhibits.size() > EXHIBITS_MAX || exhibit.isFilm();
            if (tooMuch && !exhibit.isAsked() && !exhibit.isLookedAt(now, SHOWN_NANOS)) {
                bytes -= exhibit.bytes();
                exhibit.close();
                all.remove();
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            exhibits.values().forEach(Exhibit::close);
            exhibits.clear();
        }
        own.ifPresent(ThreadPoolExecutor::shutdownNow);
    }
}
