package nl.waarborg.benchmarks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

/** Axon Framework's JDBC event storage, called below its bus and its aggregates: its best case. */
final class AxonJdbc implements Contender {

    private final DataSource database;

    @SuppressWarnings("ThreadLocalUsage") // one pool, one contender: nothing outlives the run
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    private final EventStorageEngine engine;
    private final PersistenceExceptionResolver errors = new JdbcSQLErrorCodesResolver();

    AxonJdbc(DataSource database) {
        this.database = database;
        var serializer = JacksonSerializer.defaultSerializer();
        var jdbc = JdbcEventStorageEngine.builder()
                .snapshotSerializer(serializer)
                .eventSerializer(serializer)
                .persistenceExceptionResolver(errors)
                .connectionProvider(this::connection)
                .transactionManager(new OneConnection())
                .build();
        jdbc.createSchema(PostgresEventTableFactory.INSTANCE);
        engine = jdbc;
    }

    @Override
    public String name() {
        return "Axon 4.13 JDBC";
    }

    @Override
    public String count() {
        return "select count(*) from domainevententry";
    }

    @Override
    public void append() {
        engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                "incident", UuidCreator.getTimeOrderedEpoch().toString(), 0, Payload.SAMPLE)));
    }

    @Override
    public void close() {}

    private Connection connection() throws SQLException {
        var open = current.get();
        return open != null ? new Uncloseable(open).connection() : database.getConnection();
    }

    /** Binds one connection to the thread for the length of a transaction, as Spring's transaction manager would. */
    private final class OneConnection implements TransactionManager {

        @Override
        public Transaction startTransaction() {
            try {
                var connection = database.getConnection();
                connection.setAutoCommit(false);
                current.set(connection);
                return new Transaction() {
                    @Override
                    public void commit() {
                        end(true);
                    }

                    @Override
                    public void rollback() {
                        end(false);
                    }
                };
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void end(boolean keep) {
            var connection = current.get();
            current.remove();
            try (connection) {
                if (keep) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
