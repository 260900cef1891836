package dev.valuecompass.llm.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks single answers up in stores as they lie on the disk, without changing them. For one thread. */
final class OtherAnswers implements AutoCloseable {
    private final Map<Path, Connection> connections = new HashMap<>();

    /** What a store says of a call; empty when it says nothing that can be read. */
    Optional<String> result(Path file, String digest) {
        try (PreparedStatement find = StoreSchema.find(connection(file))) {
            return StoreSchema.find(find, digest)
                    .filter(row -> row.usable() && row.named())
                    .map(StoreSchema.StoredCall::result);
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private Connection connection(Path file) throws SQLException {
        Connection connection = connections.get(file);
        if (connection == null) {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            connections.put(file, connection);
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
