package nl.waarborg.eventsourcing.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import nl.waarborg.local.Database;

/**
 * Any PostgreSQL with a superuser at hand.
 *
 * @param server JDBC URL up to the slash before the database
 */
record SuperuserServer(String server, String user, String password) {

    // Of databases that live as long as a test run, on a server that is there for tests.
    private static final String ROLE_PASSWORD = "only-for-tests";

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server + "/" + database, user, password);
    }

    Database database(String name) {
        var database = new Database(
                name, server + "/" + name, name + "_writer", ROLE_PASSWORD, name + "_reader", ROLE_PASSWORD);
        try (var connection = connect("postgres");
                var sql = connection.createStatement()) {
            sql.execute("drop database if exists " + name + " with (force)");
            sql.execute("drop role if exists " + database.writerUser());
            sql.execute("drop role if exists " + database.readerUser());
            sql.execute("create role %s login replication bypassrls password '%s'"
                    .formatted(database.writerUser(), ROLE_PASSWORD));
            sql.execute("create role %s login password '%s'".formatted(database.readerUser(), ROLE_PASSWORD));
            sql.execute("create database %s owner %s".formatted(name, database.writerUser()));
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + name + " could not be made", e);
        }
    }
}
