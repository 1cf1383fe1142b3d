package com.sothebais.auction.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    private static final String TABLES = "select tablename from pg_tables where schemaname = current_schema()"
            + " and tablename like 'auction_%' order by 1";

    @TempDir
    Path directory;

    @Test
    void theTablesOfAnOlderVersionGiveWayToSnapshotsWhateverTheyHold() throws Exception {
        try (RealLog real = new RealLog(directory)) {
            assertThat(real.execute(TABLES)).containsExactly("auction_snapshot");
            real.execute("drop table auction_snapshot");
            real.execute(script("V1__posts_and_bids.sql"));
            real.execute("insert into auction_post values ('sim/1', now())");
            real.execute(
                    "insert into auction_bid (post, account, verdict, at) values ('sim/1', 'sim/a', 'TOO_LOW', now())");
            real.execute(script("V2__snapshots.sql"));
            assertThat(real.execute(TABLES)).containsExactly("auction_snapshot");
            SnapshotTable table = real.snapshots();
            table.keep(new Snapshots.Kept(7, "1/x", Archive.checksum(new byte[] {1}), new byte[] {1}));
            assertThat(table.newestFirst()).singleElement().satisfies(kept -> {
                assertThat(kept.position()).isEqualTo(7);
                assertThat(kept.bytes()).containsExactly(1);
            });
        }
    }

    private static String script(String name) throws IOException, SQLException {
        try (InputStream script = SaleRoom.class.getResourceAsStream("/db/auction/" + name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
