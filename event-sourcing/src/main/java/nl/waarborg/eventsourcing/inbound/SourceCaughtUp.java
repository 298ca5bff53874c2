package nl.waarborg.eventsourcing.inbound;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.StreamId;

/**
 * Type {@code nl.waarborg.<service>.source-caught-up.v1}: a source has posted all of its history, so the deadlines that its historic
 * events set are let go, to be evaluated in the order of business time. Posting it again changes nothing.
 */
public record SourceCaughtUp() {

    public static PostedType<SourceCaughtUp> of(String service, DataSource writer) {
        return PostedType.of(
                "nl.waarborg." + service + ".source-caught-up.v1",
                SourceCaughtUp.class,
                (tenant, data) -> StreamId.natural("source", tenant, "caught-up"),
                (stream, context, data) -> {
                    var source = Objects.requireNonNull(context.origin()).source();
                    try (var connection = writer.getConnection()) {
                        connection.setAutoCommit(true);
                        Deadlines.sourceCaughtUp(connection, source);
                    } catch (SQLException e) {
                        throw new EventStoreException(e);
                    }
                    return new CommandResult<>(stream, 0, List.of(), null, false);
                });
    }
}
