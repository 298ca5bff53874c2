package nl.waarborg.eventsourcing.test;

import java.sql.Connection;
import java.sql.SQLException;
import nl.waarborg.local.Database;

/** Servers that somebody else started. */
final class ExternalServers implements Infrastructure {

    private final String prefix;

    ExternalServers(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Database database(String name) {
        return postgres().database(name);
    }

    @Override
    public Connection superuser(String database) throws SQLException {
        return postgres().connect(database);
    }

    @Override
    public String kafka() {
        return property("kafka");
    }

    private SuperuserServer postgres() {
        return new SuperuserServer(property("jdbc"), property("user"), property("password"));
    }

    private String property(String name) {
        var value = System.getProperty(prefix + "." + name);
        if (value == null) {
            throw new IllegalStateException("external infrastructure needs the property " + prefix + "." + name);
        }
        return value;
    }
}
