package nl.waarborg.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code event_type}: a small number for every stored name. */
final class TypeNumbers {

    // An identity value that a conflict throws away is gone, and there are only 32,767.
    private static final String ADD_MISSING =
            """
            insert into event_type (category, name)
            select t.category, t.name from unnest(?::text[], ?::text[]) as t (category, name)
            where not exists (select from event_type e where e.category = t.category and e.name = t.name)
            on conflict do nothing""";

    private static final String ALL = "select id, category, name from event_type";

    private final DataSource database;
    private final List<Type> registered;
    private volatile Map<Type, Short> numbers = Map.of();
    private volatile Map<Short, Type> types = Map.of();

    record Type(String category, String name) {}

    /** Asks the database nothing yet: a service starts without it. */
    TypeNumbers(DataSource database, Collection<EventTypes<?>> families) {
        this.database = database;
        this.registered = families.stream()
                .flatMap(family -> family.names().stream().map(name -> new Type(family.category(), name)))
                .toList();
    }

    /** @throws EventStoreException if the names are not registered yet and the database does not answer */
    short of(String category, String name) {
        var type = new Type(category, name);
        var number = numbers.get(type);
        if (number == null && registered.contains(type)) {
            register();
            number = numbers.get(type);
        }
        if (number == null) {
            throw new IllegalArgumentException("not registered with the store: " + name + " in " + category);
        }
        return number;
    }

    /** Gives every name that is new its number. */
    private void register() {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(true);
            Columns.of(registered).text(Type::category).text(Type::name).execute(connection, ADD_MISSING);
            load(connection);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    @Nullable
    Type of(short number) throws SQLException {
        var known = types.get(number);
        if (known == null) { // another replica may have registered it since
            try (var connection = database.getConnection()) {
                load(connection);
            }
        }
        return types.get(number);
    }

    private void load(Connection connection) throws SQLException {
        var byNumber = new HashMap<Short, Type>();
        var byType = new HashMap<Type, Short>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                var type = new Type(rows.getString(2), rows.getString(3));
                byNumber.put(rows.getShort(1), type);
                byType.put(type, rows.getShort(1));
            }
        }
        types = byNumber;
        numbers = byType;
    }
}
