package org.kith.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL database: where it is, and as whom to enter. User and password may also stand in the address.
public record Database(
        String url, @Nullable String user, @Nullable String password) {
    public Connection connect() throws SQLException {
        var properties = new Properties();
        if (user != null) properties.setProperty("user", user);
        if (password != null) properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    /// Never the password.
    @Override
    public String toString() {
        return url.replaceAll("(?i)(password=)[^&]*", "$1…");
    }
}
