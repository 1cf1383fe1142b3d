package com.sothebais.asset.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.AssetConflictException.Obstacle;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetLibrary.Filter;
import com.sothebais.api.asset.AssetLibrary.Upload;
import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.AssetUses;
import com.sothebais.api.asset.NamedAsset;
import com.sothebais.api.asset.NamedAsset.Shape;
import com.sothebais.api.event.Decree;
import com.sothebais.asset.check.Limits;
import com.sothebais.asset.store.FileStore;
import com.sothebais.asset.store.Store;
import com.sothebais.asset.testing.Samples;
import com.sothebais.asset.testing.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableLibraryTest {
    private static final Decree TIDY = new Decree("ann", "Tidying up.");
    private static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), false);
    private static final Filter TRASH = new Filter(Optional.empty(), Optional.empty(), true);

    private static TestPostgres postgres;

    @TempDir
    private Path directory;

    private final List<AssetUses> users = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T19:00:00Z");
    private Store files;
    private TableLibrary library;

    @BeforeAll
    static void start() throws IOException {
        postgres = new TestPostgres();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void open() throws SQLException {
        postgres.empty();
        files = new FileStore(directory.resolve("assets"));
        library = library(files);
    }

    /** As a new process would have it. */
    private TableLibrary library(Store store) {
        Shelf shelf = new Shelf(store, directory.resolve("assets"), Limits.DEFAULT, 0);
        return new TableLibrary(postgres.dataSource(), shelf, () -> users, () -> now);
    }

    @Test
    void anUploadIsKnownByItsNameAndAgainByItsNumber() throws IOException {
        NamedAsset koi = add("koi.png", Samples.png(40, 30));

        assertThat(koi.name()).isEqualTo("koi.png");
        assertThat(koi.newest().version()).isEqualTo(1);
        assertThat(koi.newest().shape()).isEqualTo(Shape.of(40, 30));
        assertThat(koi.newest().uploaded()).isEqualTo(now);
        assertThat(koi.newest().uploadedBy()).isEqualTo("ann");
        assertThat(library.find(koi.number())).contains(koi);
        assertThat(files.stat(koi.newest().content().id()))
                .contains(koi.newest().content());
        assertThat(library.shelf().pending().all()).isEmpty();
        assertThat(library.find(koi.number() + 1)).isEmpty();
    }

    @Test
    void theSameNameMakesAVersionAndOldOnesStay() throws IOException {
        NamedAsset first = add("koi.png", Samples.png(40, 30));
        NamedAsset second = add("KOI.png", Samples.png(50, 30));

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.versions()).hasSize(2);
        assertThat(second.newest().version()).isEqualTo(2);
        assertThat(files.stat(first.newest().content().id())).isPresent();
    }

    @Test
    void theSameUploadAgainChangesNothing() {
        NamedAsset first = add("koi.png", Samples.png(40, 30));
        assertThat(add("koi.png", Samples.png(40, 30))).isEqualTo(first);
        assertThat(library.deeds(first.number())).hasSize(1);
    }

    @Test
    void uploadsAtTheSameTimeGetVersionsOneAfterAnother() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<NamedAsset>> uploads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                byte[] content = Samples.png(10 + i, 10);
                uploads.add(() -> add("koi.png", content));
            }
            for (Future<NamedAsset> upload : threads.invokeAll(uploads)) {
                upload.get();
            }
        } finally {
            threads.shutdown();
        }
        List<NamedAsset> all = library.list(ALL, Long.MAX_VALUE, 10);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).versions())
                .extracting(NamedAsset.Version::version)
                .containsExactly(4, 3, 2, 1);
    }

    @Test
    void namesThatCouldBePathsOrCannotBeSeenAreRefused() {
        for (String name : List.of(
                "../koi.png",
                "..\\koi.png",
                "/etc/passwd",
                ".htaccess",
                "",
                "   ",
                " koi",
                "a\u0000b",
                "a\nb",
                "\u202Egnp.iok",
                "x".repeat(121))) {
            assertThatThrownBy(() -> add(name, Samples.png(4, 4)))
                    .as(name)
                    .isInstanceOf(AssetRefusedException.class)
                    .hasMessageContaining("name");
        }
        assertThat(library.list(ALL, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(add("Ko\u0069\u0308 100 % (blue) '--.png", Samples.png(4, 4)).name())
                .isEqualTo("Ko\u00EF 100 % (blue) '--.png");
    }

    @Test
    void listsByPagesKindAndName() {
        for (int i = 1; i <= 5; i++) {
            add("Koi " + i + ".png", Samples.png(10 + i, 10));
        }
        add("koi 3.jpg", Samples.jpeg(10, 10));

        List<NamedAsset> page = library.list(ALL, Long.MAX_VALUE, 4);
        assertThat(page)
                .extracting(NamedAsset::name)
                .containsExactly("koi 3.jpg", "Koi 5.png", "Koi 4.png", "Koi 3.png");
        assertThat(library.list(ALL, page.get(3).number(), 4))
                .extracting(NamedAsset::name)
                .containsExactly("Koi 2.png", "Koi 1.png");
        assertThat(library.list(new Filter(Optional.of("image/jpeg"), Optional.empty(), false), Long.MAX_VALUE, 9))
                .hasSize(1);
        assertThat(library.list(new Filter(Optional.empty(), Optional.of("KOI 3"), false), Long.MAX_VALUE, 9))
                .hasSize(2);
        assertThat(library.list(new Filter(Optional.empty(), Optional.of("%"), false), Long.MAX_VALUE, 9))
                .isEmpty();
    }

    @Test
    void whatIsShownCannotBeDeletedAndSaysWhere() {
        NamedAsset koi = add("koi.png", Samples.png(40, 30));
        AssetId first = koi.newest().content().id();
        add("koi.png", Samples.png(50, 30));
        AssetUse lot = new AssetUse("lot", "spring/7", "Lot 7 \"Koi\" of Spring");
        library.note(List.of(new UsedContent(first, lot)));
        library.note(List.of(new UsedContent(first, lot)));

        AssetConflictException refusal =
                catchThrowableOfType(AssetConflictException.class, () -> library.trash(koi.number(), TIDY));
        assertThat(refusal.obstacle()).isEqualTo(Obstacle.IN_USE);
        assertThat(refusal.uses()).containsExactly(lot);
        assertThat(refusal).hasMessageContaining("Lot 7");
    }

    @Test
    void otherPartsTellTheirUsesAndOneThatFailsCountsAsOne() {
        NamedAsset koi = add("koi.png", Samples.png(40, 30));
        users.add(id -> List.of(new AssetUse("layout", "evening", "Layout \"Evening\"")));
        assertThat(library.uses(koi)).extracting(AssetUse::kind).containsExactly("layout");
        users.set(0, id -> {
            throw new IllegalStateException("away");
        });
        assertThatThrownBy(() -> library.trash(koi.number(), TIDY)).hasMessageContaining("does not answer");
    }

    @Test
    void aDeletedAssetCanBeRestoredForItsTimeAndKeepsItsDeeds() throws IOException {
        NamedAsset koi = add("koi.png", Samples.png(40, 30));
        NamedAsset trashed = library.trash(koi.number(), TIDY);
        assertThat(trashed.trashed().orElseThrow().until()).isEqualTo(now.plus(AssetLibrary.UNDO));
        assertThat(library.list(ALL, Long.MAX_VALUE, 9)).isEmpty();
        assertThat(library.list(TRASH, Long.MAX_VALUE, 9)).containsExactly(trashed);
        assertThat(library.isTrashed(koi.newest().content().id())).isTrue();
        assertThatThrownBy(() -> library.trash(koi.number(), TIDY)).isInstanceOf(AssetConflictException.class);

        assertThat(library.restore(koi.number(), TIDY)).isEqualTo(koi);
        assertThat(library.isTrashed(koi.newest().content().id())).isFalse();
        assertThat(library.deeds(koi.number()))
                .extracting(AssetLibrary.Deed::act)
                .containsExactly("RESTORED", "TRASHED", "UPLOADED");
        assertThat(new Sweeper(library).sweepTrash()).isZero();
        assertThat(files.stat(koi.newest().content().id())).isPresent();
    }

    @Test
    void aNameThatWasTakenMeanwhileIsInTheWay() {
        NamedAsset koi = add("koi.png", Samples.png(40, 30));
        library.trash(koi.number(), TIDY);
        NamedAsset other = add("koi.png", Samples.png(50, 30));
        assertThat(other.number()).isNotEqualTo(koi.number());
        assertThatThrownBy(() -> library.restore(koi.number(), TIDY))
                .isInstanceOfSatisfying(AssetConflictException.class, e -> assertThat(e.obstacle())
                        .isEqualTo(Obstacle.NAME_TAKEN));
    }

    @Test
    void afterItsTimeItIsRemovedWithTheContentsThatNobodyElseHas() throws IOException {
        NamedAsset koi = add("koi.png", Samples.png(40, 30));
        AssetId own = koi.newest().content().id();
        AssetId shared = add("koi.png", Samples.png(50, 30)).newest().content().id();
        NamedAsset carp = add("carp.png", Samples.png(50, 30));
        AssetId foreign = library.shelf().store(Samples.png(60, 30)).id();
        add("koi.png", Samples.png(60, 30));
        library.trash(koi.number(), TIDY);

        now = now.plus(AssetLibrary.UNDO).minusSeconds(1);
        assertThat(new Sweeper(library).sweepTrash()).isZero();
        now = now.plusSeconds(1);
        assertThatThrownBy(() -> library.restore(koi.number(), TIDY)).hasMessageContaining("upload it again");
        assertThat(new Sweeper(library).sweepTrash()).isEqualTo(1);

        assertThat(library.find(koi.number())).isEmpty();
        assertThat(files.stat(own)).isEmpty();
        assertThat(files.stat(shared)).isPresent();
        assertThat(files.stat(foreign)).isPresent();
        assertThat(library.find(carp.number())).contains(carp);
        assertThat(library.deeds(koi.number()).get(0).act()).isEqualTo("REMOVED");
        assertThat(new Sweeper(library).missing()).isZero();
    }

    @Test
    void whatIsUsedByNowComesBackFromTheTrash() {
        NamedAsset koi = add("koi.png", Samples.png(40, 30));
        library.trash(koi.number(), TIDY);
        library.note(List.of(new UsedContent(koi.newest().content().id(), new AssetUse("lot", "spring/7", "Lot 7"))));
        now = now.plus(AssetLibrary.UNDO);
        assertThat(new Sweeper(library).sweepTrash()).isZero();
        assertThat(library.find(koi.number())).contains(koi);
    }

    @Test
    void aKillBetweenFileAndRowLeavesNothingBehind() throws IOException {
        TableLibrary dying = library(new DyingStore(files, DyingStore.Death.PUT));
        AssetId id;
        try (Upload upload = dying.receive(new ByteArrayInputStream(Samples.png(40, 30)))) {
            id = upload.content().id();
            assertThatThrownBy(() -> dying.add(upload, "koi.png", "ann")).isInstanceOf(DyingStore.Killed.class);
        }
        assertThat(files.stat(id)).isPresent();
        assertThat(library.list(ALL, Long.MAX_VALUE, 9)).isEmpty();

        assertThat(new Sweeper(library(files)).sweepLeftovers()).isEqualTo(1);
        assertThat(files.stat(id)).isEmpty();
        assertThat(library.shelf().pending().all()).isEmpty();
        assertThat(add("koi.png", Samples.png(40, 30)).newest().content().id()).isEqualTo(id);
    }

    @Test
    void aKilledUploadThatWasRepeatedOrStoredOtherwiseIsKept() throws IOException {
        TableLibrary dying = library(new DyingStore(files, DyingStore.Death.PUT));
        for (byte[] content : List.of(Samples.png(40, 30), Samples.png(50, 30))) {
            try (Upload upload = dying.receive(new ByteArrayInputStream(content))) {
                assertThatThrownBy(() -> dying.add(upload, "koi.png", "ann")).isInstanceOf(DyingStore.Killed.class);
            }
        }
        AssetId repeated =
                add("koi.png", Samples.png(40, 30)).newest().content().id();
        AssetId stored = library.shelf().store(Samples.png(50, 30)).id();
        assertThat(new Sweeper(library(files)).sweepLeftovers()).isZero();
        assertThat(files.stat(repeated)).isPresent();
        assertThat(files.stat(stored)).isPresent();
    }

    @Test
    void aKillWhileTheTrashIsSweptIsMadeGoodByTheNextSweep() throws IOException {
        NamedAsset koi = add("koi.png", Samples.png(40, 30));
        library.trash(koi.number(), TIDY);
        now = now.plus(AssetLibrary.UNDO);
        TableLibrary dying = library(new DyingStore(files, DyingStore.Death.DELETE));
        assertThatThrownBy(() -> new Sweeper(dying).sweepTrash()).isInstanceOf(DyingStore.Killed.class);
        assertThat(library.find(koi.number())).isPresent();

        assertThat(new Sweeper(library).sweepTrash()).isEqualTo(1);
        assertThat(library.find(koi.number())).isEmpty();
        assertThat(new Sweeper(library).missing()).isZero();
    }

    @Test
    void contentsThatAreNotInTheStoreAreCounted() throws IOException {
        NamedAsset koi = add("koi.png", Samples.png(40, 30));
        add("carp.png", Samples.png(50, 30));
        files.delete(koi.newest().content().id());
        assertThat(new Sweeper(library).missing()).isEqualTo(1);
    }

    private NamedAsset add(String name, byte[] content) {
        try (Upload upload = library.receive(new ByteArrayInputStream(content))) {
            return library.add(upload, name, "ann");
        }
    }
}
