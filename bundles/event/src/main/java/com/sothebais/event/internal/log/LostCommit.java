package com.sothebais.event.internal.log;

import com.sothebais.api.event.Recorded;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of a commit whose answer was lost with the connection. Guessing would be wrong either way: "failed"
 * records a bid twice, "done" acknowledges one that is not there.
 */
final class LostCommit {
    private static final Logger LOG = LoggerFactory.getLogger(LostCommit.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 200;

    private final DataSource source;
    private final LogTable table;

    LostCommit(DataSource source, LogTable table) {
        this.source = source;
        this.table = table;
    }

    /** Asks until the database answers or the limit is reached; then the facts count as not recorded. */
    boolean happened(Recorded first) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try (Transaction transaction = new Transaction(source)) {
                // Waits for the lost transaction, should the server still be at it.
                table.lockWriters(transaction.connection());
                return table.contains(transaction.connection(), first);
            } catch (SQLException e) {
                LOG.debug("the database does not yet say whether position {} was recorded", first.position(), e);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        LOG.error(
                "it is unknown whether event {} at position {} was recorded; the database does not answer",
                first.id(),
                first.position());
        return false;
    }
}
