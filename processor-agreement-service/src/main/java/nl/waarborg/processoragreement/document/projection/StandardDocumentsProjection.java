package nl.waarborg.processoragreement.document.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.document.domain.SlaNotice;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.RecognisedModelRegistered;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaChangeAnnounced;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaVersionPublished;

/** The vendor's documents; an announcement is to be mailed, a published version to be adopted, for every customer. */
public final class StandardDocumentsProjection implements Projection<StandardDocumentEvent> {

    public static final String MAIL_CHANGE = "mail-sla-change";
    public static final String ADOPT_VERSION = "adopt-sla-version";

    private static final String ANNOUNCED =
            """
            insert into sla_version (provider, version, title, summary, effective_from, statutory, changes, announced_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";
    private static final String PUBLISHED =
            """
            update sla_version set published_at = ?, media_type = ?, content = ?, sha256 = ?
            where provider = ? and version = ?""";
    private static final String MODEL =
            """
            insert into recognised_model (provider, code, name, model_version, sector, annexes) values (?, ?, ?, ?, ?, ?)
            on conflict (provider, code) do update set name = excluded.name, model_version = excluded.model_version,
                sector = excluded.sector, annexes = excluded.annexes""";
    private static final String CUSTOMERS = "select tenant_id from tenant where provider = ?";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "standard-documents";
    }

    @Override
    public Class<StandardDocumentEvent> events() {
        return StandardDocumentEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("sla_version", "recognised_model");
    }

    @Override
    public void apply(List<RecordedEvent<StandardDocumentEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case SlaChangeAnnounced e -> {
                    statements.add(
                            ANNOUNCED,
                            e.provider(),
                            e.slaVersion(),
                            e.title(),
                            e.summary(),
                            e.effectiveFrom(),
                            e.statutory(),
                            json(e),
                            e.at());
                    var key = Integer.toString(e.slaVersion());
                    Deadlines.set(
                            connection,
                            customers(e.provider(), connection).stream()
                                    .map(tenant -> new Deadline(
                                            MAIL_CHANGE, SlaNotice.stream(tenant, e.slaVersion()), key, tenant, e.at()))
                                    .toList());
                }
                case SlaVersionPublished e -> {
                    statements.add(
                            PUBLISHED, e.at(), e.mediaType(), e.content(), e.sha256(), e.provider(), e.slaVersion());
                    var key = Integer.toString(e.slaVersion());
                    Deadlines.set(
                            connection,
                            customers(e.provider(), connection).stream()
                                    .map(tenant ->
                                            new Deadline(ADOPT_VERSION, Agreement.stream(tenant), key, tenant, e.at()))
                                    .toList());
                }
                case RecognisedModelRegistered e ->
                    statements.add(
                            MODEL,
                            e.provider(),
                            e.code(),
                            e.name(),
                            e.modelVersion(),
                            e.sector(),
                            String.join("\n", e.annexes()));
            }
        }
        statements.run(connection);
    }

    private static List<UUID> customers(String provider, Connection connection) throws SQLException {
        return Rows.list(connection, CUSTOMERS, row -> row.uuid("tenant_id"), provider);
    }

    private static String json(SlaChangeAnnounced announced) {
        try {
            return JSON.writeValueAsString(announced.changes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("changes of terms cannot be written", e);
        }
    }
}
