package com.sothebais.asset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.asset.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both stores promise, and what each does when something fails. */
class StoreTest {
    @TempDir
    private Path directory;

    private FakeS3 bucket;

    @BeforeEach
    void open() throws IOException {
        bucket = new FakeS3();
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void bothStoresKeepGiveListAndDelete() throws IOException {
        for (Store store : List.of(new FileStore(directory.resolve("assets")), s3(bucket.endpoint(), "art/"))) {
            List<Asset> kept = Stream.of(Samples.png(4, 4), Samples.png(5, 4), Samples.svg(""))
                    .map(content -> put(store, content))
                    .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                    .toList();
            put(store, Samples.png(4, 4));
            List<AssetId> ids = kept.stream().map(Asset::id).toList();

            assertThat(store.stat(ids.get(1))).contains(kept.get(1));
            assertThat(store.list(Optional.empty(), 10)).isEqualTo(ids);
            assertThat(store.list(Optional.of(ids.get(0)), 1)).containsExactly(ids.get(1));
            byte[] content = read(store, ids.get(2), 0);
            assertThat(FakeS3.hash(content)).isEqualTo(ids.get(2).value());
            assertThat(read(store, ids.get(2), 7)).isEqualTo(Arrays.copyOfRange(content, 7, content.length));

            store.delete(ids.get(1));
            store.delete(ids.get(1));
            assertThat(store.stat(ids.get(1))).isEmpty();
            assertThat(store.open(ids.get(1), 0)).isEmpty();
            assertThat(store.list(Optional.empty(), 10)).containsExactly(ids.get(0), ids.get(2));
        }
    }

    @Test
    void aStoreThatIsBusyIsAskedAgain() throws IOException {
        Store store = s3(bucket.endpoint(), "");
        Asset kept = put(store, Samples.png(4, 4));
        bucket.failures.set(2);
        assertThat(store.stat(kept.id())).contains(kept);
        bucket.failures.set(100);
        assertThatThrownBy(() -> store.stat(kept.id())).hasMessageContaining("503");
        Store nobody = s3(URI.create("http://127.0.0.1:1"), "");
        assertThatThrownBy(() -> nobody.stat(kept.id())).hasMessageContaining("could not be reached");
    }

    @Test
    void aWrongKeyIsRefusedAndNotRepeatedToTheReader() {
        Store store = new S3Store(
                S3Address.of(
                        bucket.endpoint(), FakeS3.REGION, FakeS3.BUCKET, "", new String[] {"the-access-key", "xyz!"}),
                InstantSource.system());
        assertThatThrownBy(() -> store.list(Optional.empty(), 1))
                .hasMessageContaining("SignatureDoesNotMatch")
                .hasMessageNotContaining("xyz!");
    }

    @Test
    void aContentThatChangedOnItsWayIsRefusedByTheStore() throws IOException {
        Path file = Files.write(directory.resolve("content"), Samples.png(4, 4));
        Asset other = new Asset(new AssetId("0".repeat(64)), "image/png", 4);
        assertThatThrownBy(() -> s3(bucket.endpoint(), "").put(other, file)).hasMessageContaining("Mismatch");
        assertThat(bucket.objects).isEmpty();
    }

    @Test
    void anAddressSaysWhichKeyIsWrong() {
        String[] keys = {"a", "b"};
        URI good = URI.create("https://s3.example.com");
        assertThatThrownBy(() -> S3Address.of(URI.create("s3.example.com"), "r", "bucket", "", keys))
                .hasMessageContaining("s3.endpoint");
        assertThatThrownBy(() -> S3Address.of(good, "r", "No Bucket", "", keys)).hasMessageContaining("s3.bucket");
        assertThatThrownBy(() -> S3Address.of(good, "r", "bucket", "../", keys)).hasMessageContaining("s3.prefix");
        assertThatThrownBy(() -> S3Address.of(good, "r", "bucket", "", new String[] {"a", ""}))
                .hasMessageContaining("SOTHEBAIS_S3_SECRET_KEY");
    }

    private static Store s3(URI endpoint, String prefix) {
        return new S3Store(
                new S3Address(endpoint, FakeS3.REGION, FakeS3.BUCKET, prefix, FakeS3.KEYS), InstantSource.system());
    }

    private Asset put(Store store, byte[] content) {
        try {
            String type = content[0] == '<' ? "image/svg+xml" : "image/png";
            Asset asset = new Asset(new AssetId(FakeS3.hash(content)), type, content.length);
            store.put(asset, Files.write(directory.resolve("upload"), content));
            return asset;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] read(Store store, AssetId id, long from) throws IOException {
        try (InputStream in = store.open(id, from).orElseThrow()) {
            return in.readAllBytes();
        }
    }
}
