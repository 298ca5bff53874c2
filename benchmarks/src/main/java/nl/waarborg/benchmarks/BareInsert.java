package nl.waarborg.benchmarks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The reference: a prepared single-row INSERT with the columns of an event, committed by itself, and nothing else. */
final class BareInsert implements Contender {

    static final String TABLE =
            """
            create table bare_event (
                stream_id uuid not null, version int not null, id uuid not null, type smallint not null, tenant_id uuid not null,
                payload json not null, occurred_at timestamptz not null, recorded_at timestamptz not null default now(),
                primary key (stream_id, version))
            """;
    private static final String INSERT =
            """
            insert into bare_event (stream_id, version, id, type, tenant_id, payload, occurred_at)
            values (?, 1, ?, 1, ?, ?::json, ?)
            """;

    private final DataSource database;

    BareInsert(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "bare INSERT";
    }

    @Override
    public String count() {
        return "select count(*) from bare_event";
    }

    @Override
    public void append() throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
            insert.setObject(2, UuidCreator.getTimeOrderedEpoch());
            insert.setObject(3, Payload.TENANT);
            insert.setString(4, Payload.JSON);
            insert.setObject(5, OffsetDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {}
}
