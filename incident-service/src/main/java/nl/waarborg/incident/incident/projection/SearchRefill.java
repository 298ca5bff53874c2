package nl.waarborg.incident.incident.projection;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import org.jspecify.annotations.Nullable;

/** Fills the search again after a crash: PostgreSQL empties an unlogged table then. */
@ApplicationScoped
class SearchRefill {

    private static final int BATCH = 1_000;
    private static final String MISSING =
            """
            select i.incident_id, i.tenant_id, i.title, i.description from incident i
            where i.incident_id > ? and i.title is not null
                and not exists (select from incident_search s where s.incident_id = i.incident_id)
            order by i.incident_id limit ?""";
    private static final String FILL =
            """
            insert into incident_search (incident_id, tenant_id, words)
            values (?, ?, to_tsvector('simple', ?)) on conflict (incident_id) do nothing""";

    private final javax.sql.DataSource writer;
    private final Rows rows;
    private final PersonalData personal;

    SearchRefill(@DataSource("writer") javax.sql.DataSource writer, PersonalData personal) {
        this.writer = writer;
        this.rows = new Rows(writer);
        this.personal = personal;
    }

    private record Text(UUID incident, UUID tenant, @Nullable String title, @Nullable String description) {}

    void onStart(@Observes StartupEvent event) {
        var after = new UUID(0, 0);
        List<Text> missing;
        do {
            missing = rows.list(
                    MISSING,
                    row -> new Text(
                            row.uuid("incident_id"),
                            row.uuid("tenant_id"),
                            row.optionalText("title"),
                            row.optionalText("description")),
                    after,
                    BATCH);
            fill(missing);
            after = missing.isEmpty() ? after : missing.getLast().incident();
        } while (missing.size() == BATCH);
    }

    private void fill(List<Text> missing) {
        var statements = new Statements();
        for (var text : missing) {
            var title = personal.reveal(text.tenant(), text.title());
            if (title != null) { // else the tenant's key is destroyed
                statements.add(
                        FILL,
                        text.incident(),
                        text.tenant(),
                        title + "\n" + personal.reveal(text.tenant(), text.description()));
            }
        }
        try (var connection = writer.getConnection()) {
            statements.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the search cannot be filled", e);
        }
    }
}
