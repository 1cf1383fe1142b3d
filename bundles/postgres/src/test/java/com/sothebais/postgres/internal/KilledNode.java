package com.sothebais.postgres.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;

/** A process that writes one committed row after another and names each on standard output, until it is killed. */
final class KilledNode {
    private KilledNode() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]), 0);
        PooledDatabase database = PooledDatabase.open(server.endpoint(), 2);
        database.migrate("sample", KilledNode.class);
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into sample_note values (?, 'kept')")) {
            for (long id = 1; ; id++) {
                insert.setLong(1, id);
                insert.executeUpdate();
                System.out.println(id);
            }
        }
    }
}
