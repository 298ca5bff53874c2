package nl.waarborg.availability.maintenance.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.EmergencyMaintenanceDeclared;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnounced;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnouncementRefused;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceCancelled;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceEnded;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceOverrun;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceOverrunWithdrawn;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceRescheduled;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceStarted;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.maintenance.domain.Violation;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** All maintenance with its plan, what really happened and what was refused; sets the clock on a forgotten end. */
public final class MaintenanceProjection implements Projection<MaintenanceEvent> {

    /** The deadline's key is the maintenance's id. */
    public static final String OVERRUN = "maintenance-overrun";

    private static final String ANNOUNCED =
            """
            insert into maintenance (stream_id, maintenance_id, provider, kind, emergency_reason, components,
                affected_tenants, starts_at, ends_at, announced_at, message, overridden, override_reason, violations,
                state, version)
            values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'ANNOUNCED', ?)""";
    private static final String REFUSED =
            """
            insert into maintenance_refusal (stream_id, version, maintenance_id, provider, kind, starts_at, ends_at,
                announced_at, violations)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""";
    private static final String VERSION = "update maintenance set version = ? where stream_id = ?";
    private static final String RESCHEDULED =
            """
            update maintenance set starts_at = ?, ends_at = ?, overridden = ?, override_reason = ?,
                violations = ?::jsonb, announced_at = ?, version = ?
            where stream_id = ?""";
    private static final String CANCELLED =
            "update maintenance set state = 'CANCELLED', cancel_reason = ?, version = ? where stream_id = ?";
    private static final String STARTED =
            "update maintenance set state = 'RUNNING', started_at = ?, version = ? where stream_id = ?";
    private static final String OVERRAN =
            "update maintenance set state = 'OVERRUN', overrun_at = ?, version = ? where stream_id = ?";
    private static final String NOT_OVERRUN =
            "update maintenance set state = 'RUNNING', overrun_at = null, version = ? where stream_id = ?";
    private static final String ENDED =
            """
            update maintenance set state = 'ENDED', ended_at = ?, excluded_from = ?, excluded_to = ?, version = ?
            where stream_id = ?""";
    private static final JsonMapper JSON = new JsonMapper();

    private final PersonalData personal;

    public MaintenanceProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "maintenance";
    }

    @Override
    public Class<MaintenanceEvent> events() {
        return MaintenanceEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("maintenance", "maintenance_refusal");
    }

    @Override
    public void apply(List<RecordedEvent<MaintenanceEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            add(statements, recorded);
            switch (recorded.event()) {
                case MaintenanceStarted e -> deadlines.add(overrun(recorded, e.plannedEndsAt()));
                case MaintenanceRescheduled e -> deadlines.add(overrun(recorded, e.endsAt()));
                case MaintenanceAnnounced _,
                        EmergencyMaintenanceDeclared _,
                        MaintenanceAnnouncementRefused _,
                        MaintenanceCancelled _,
                        MaintenanceOverrun _,
                        MaintenanceOverrunWithdrawn _,
                        MaintenanceEnded _ -> {}
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    private static Deadline overrun(RecordedEvent<MaintenanceEvent> recorded, Instant due) {
        return new Deadline(
                OVERRUN, recorded.stream(), recorded.event().maintenanceId().toString(), recorded.tenant(), due);
    }

    private void add(Statements statements, RecordedEvent<MaintenanceEvent> recorded) {
        var stream = recorded.stream().id();
        var owner = recorded.tenant();
        var version = recorded.version();
        switch (recorded.event()) {
            case MaintenanceAnnounced e ->
                statements.add(
                        ANNOUNCED,
                        stream,
                        e.maintenanceId(),
                        e.provider(),
                        e.kind(),
                        null,
                        names(e.components()),
                        e.affectedTenants(),
                        e.startsAt(),
                        e.endsAt(),
                        e.announcedAt(),
                        e.message(),
                        e.overridden(),
                        personal.protect(owner, e.overrideReason()),
                        json(e.violations()),
                        version);
            case EmergencyMaintenanceDeclared e ->
                statements.add(
                        ANNOUNCED,
                        stream,
                        e.maintenanceId(),
                        e.provider(),
                        MaintenanceKind.EMERGENCY,
                        e.reason(),
                        names(e.components()),
                        e.affectedTenants(),
                        e.startsAt(),
                        e.endsAt(),
                        e.at(),
                        e.message(),
                        false,
                        null,
                        "[]",
                        version);
            case MaintenanceAnnouncementRefused e -> {
                statements.add(
                        REFUSED,
                        stream,
                        version,
                        e.maintenanceId(),
                        e.provider(),
                        e.kind(),
                        e.startsAt(),
                        e.endsAt(),
                        e.announcedAt(),
                        json(e.violations()));
                statements.add(VERSION, version, stream);
            }
            case MaintenanceRescheduled e ->
                statements.add(
                        RESCHEDULED,
                        e.startsAt(),
                        e.endsAt(),
                        e.overridden(),
                        e.overridden() ? personal.protect(owner, e.reason()) : null,
                        json(e.violations()),
                        e.at(),
                        version,
                        stream);
            case MaintenanceCancelled e ->
                statements.add(CANCELLED, personal.protect(owner, e.reason()), version, stream);
            case MaintenanceStarted e -> statements.add(STARTED, e.at(), version, stream);
            case MaintenanceOverrun e -> statements.add(OVERRAN, e.at(), version, stream);
            case MaintenanceOverrunWithdrawn _ -> statements.add(NOT_OVERRUN, version, stream);
            case MaintenanceEnded e ->
                statements.add(
                        ENDED,
                        e.at(),
                        e.excluded() == null ? null : e.excluded().from(),
                        e.excluded() == null ? null : e.excluded().to(),
                        version,
                        stream);
        }
    }

    private static String names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String json(List<Violation> violations) {
        try {
            return JSON.writeValueAsString(violations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("violations cannot be written", e);
        }
    }
}
