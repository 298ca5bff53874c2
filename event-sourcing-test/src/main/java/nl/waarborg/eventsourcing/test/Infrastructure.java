package nl.waarborg.eventsourcing.test;

import java.sql.Connection;
import java.sql.SQLException;
import nl.waarborg.local.Database;

/** Where the tests' database and broker run. */
interface Infrastructure {

    Database database(String name);

    /** @param database the database's name */
    Connection superuser(String database) throws SQLException;

    String kafka();
}
