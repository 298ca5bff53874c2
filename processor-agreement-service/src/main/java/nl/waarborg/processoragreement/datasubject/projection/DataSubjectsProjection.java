package nl.waarborg.processoragreement.datasubject.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectAssistanceGiven;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectAssistanceRequested;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectRequestForwarded;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectRequestReceived;

/** Requests and assistance; each request received may be an incident, which is looked at at once. */
public final class DataSubjectsProjection implements Projection<DataSubjectEvent> {

    public static final String MAY_BE_INCIDENT = "data-subject-request-may-be-incident";

    private static final String RECEIVED =
            """
            insert into data_subject_request (request_id, tenant_id, version, kind, data_subject, text, received_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (request_id) do update set version = excluded.version, kind = excluded.kind,
                data_subject = excluded.data_subject, text = excluded.text, received_at = excluded.received_at""";
    private static final String FORWARDED =
            "update data_subject_request set version = ?, handover = ?, forwarded_at = ? where request_id = ?";
    /** The row shows the latest question, and no help before it is given. */
    private static final String ASKED =
            """
            insert into data_subject_request (request_id, tenant_id, version, assistance_written, assistance_text,
                assistance_requested_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (request_id) do update set version = excluded.version,
                assistance_written = excluded.assistance_written, assistance_text = excluded.assistance_text,
                assistance_requested_at = excluded.assistance_requested_at,
                assistance_result = null, assistance_given_at = null""";

    private static final String GIVEN =
            """
            update data_subject_request set version = ?, assistance_result = ?, assistance_given_at = ?
            where request_id = ?""";

    private final PersonalData personal;

    public DataSubjectsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "data-subject-requests";
    }

    @Override
    public Class<DataSubjectEvent> events() {
        return DataSubjectEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("data_subject_request");
    }

    @Override
    public void apply(List<RecordedEvent<DataSubjectEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            var version = recorded.version();
            switch (recorded.event()) {
                case DataSubjectRequestReceived e -> {
                    statements.add(
                            RECEIVED,
                            e.requestId(),
                            tenant,
                            version,
                            e.kind(),
                            personal.protect(tenant, e.dataSubject()),
                            personal.protect(tenant, e.text()),
                            e.receivedAt());
                    deadlines.add(new Deadline(MAY_BE_INCIDENT, recorded.stream(), "", tenant, recorded.occurredAt()));
                }
                case DataSubjectRequestForwarded e ->
                    statements.add(FORWARDED, version, e.handover(), e.at(), e.requestId());
                case DataSubjectAssistanceRequested e ->
                    statements.add(
                            ASKED,
                            e.requestId(),
                            tenant,
                            version,
                            e.written(),
                            personal.protect(tenant, e.text()),
                            e.at());
                case DataSubjectAssistanceGiven e ->
                    statements.add(GIVEN, version, personal.protect(tenant, e.result()), e.at(), e.requestId());
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }
}
