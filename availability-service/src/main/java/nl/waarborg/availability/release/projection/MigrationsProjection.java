package nl.waarborg.availability.release.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.availability.release.domain.MigrationEvent;
import nl.waarborg.availability.release.domain.MigrationEvent.AcceptanceLeadTimeWaived;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationCompleted;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationDateFixed;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationMoveRefused;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationMoved;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationScheduled;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationStarted;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import org.jspecify.annotations.Nullable;

/** Each customer's migrations, what it was told of them, and the moment at which a date becomes final (AVL-038, AVL-039). */
public final class MigrationsProjection implements Projection<MigrationEvent> {

    public static final String FIX_DATE = "fix-migration-date";

    private static final String SCHEDULED =
            """
            insert into migration (migration_id, tenant_id, release_id, provider, planned_at, inside_office_hours,
                deviates, deviation_reason, final_by, acceptance, state, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SCHEDULED', ?)""";
    private static final String MOVED =
            """
            update migration set planned_at = ?, inside_office_hours = ?, final_by = ?, moves = moves + 1, version = ?
            where migration_id = ?""";
    private static final String REFUSED =
            "update migration set refusals = refusals + 1, last_refusal = ?, version = ? where migration_id = ?";
    private static final String WAIVED =
            "update migration set acceptance = false, waived_at = ?, version = ? where migration_id = ?";
    private static final String FIXED =
            """
            update migration set state = 'DATE_FIXED', fixed_at = ?, fixed_in_time = ?, version = ?
            where migration_id = ?""";
    private static final String STARTED =
            "update migration set state = 'STARTED', started_at = ?, version = ? where migration_id = ?";
    private static final String COMPLETED =
            """
            update migration set state = 'COMPLETED', completed_at = ?, unavailable_seconds = ?, conversion = ?,
                database_megabytes = ?, records_adjusted = ?, as_experienced = ?, version = ?
            where migration_id = ?""";
    private static final String NOTICE =
            """
            insert into migration_notice (migration_id, version, tenant_id, kind, planned_at, at)
            values (?, ?, ?, ?, ?, ?)""";

    private final PersonalData personal;

    public MigrationsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public Class<MigrationEvent> events() {
        return MigrationEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("migration", "migration_notice");
    }

    @Override
    public void apply(List<RecordedEvent<MigrationEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            add(statements, deadlines, recorded);
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    private void add(Statements statements, List<Deadline> deadlines, RecordedEvent<MigrationEvent> recorded) {
        var migration = recorded.event().migrationId();
        var tenant = recorded.tenant();
        var version = recorded.version();
        switch (recorded.event()) {
            case MigrationScheduled e -> {
                statements.add(
                        SCHEDULED,
                        migration,
                        tenant,
                        e.releaseId(),
                        e.provider(),
                        e.plannedAt(),
                        e.insideOfficeHours(),
                        e.deviates(),
                        personal.protect(tenant, e.deviationReason()),
                        e.finalBy(),
                        e.acceptance(),
                        version);
                statements.add(NOTICE, migration, version, tenant, "SCHEDULED", e.plannedAt(), e.at());
                fixAt(deadlines, recorded, e.finalBy());
            }
            case MigrationMoved e -> {
                statements.add(MOVED, e.to(), e.insideOfficeHours(), e.finalBy(), version, migration);
                statements.add(NOTICE, migration, version, tenant, "MOVED", e.to(), e.at());
                fixAt(deadlines, recorded, e.finalBy());
            }
            case MigrationMoveRefused e -> statements.add(REFUSED, e.reason(), version, migration);
            case AcceptanceLeadTimeWaived e -> statements.add(WAIVED, e.at(), version, migration);
            case MigrationDateFixed e -> {
                statements.add(FIXED, e.at(), e.inTime(), version, migration);
                statements.add(NOTICE, migration, version, tenant, "DATE_FIXED", e.plannedAt(), e.at());
            }
            case MigrationStarted e -> statements.add(STARTED, e.at(), version, migration);
            case MigrationCompleted e ->
                statements.add(
                        COMPLETED,
                        e.at(),
                        e.unavailableSeconds(),
                        e.factors().conversion(),
                        e.factors().databaseMegabytes(),
                        e.factors().recordsAdjusted(),
                        e.asExperienced(),
                        version,
                        migration);
        }
    }

    private static void fixAt(
            List<Deadline> deadlines, RecordedEvent<MigrationEvent> recorded, @Nullable Instant finalBy) {
        if (finalBy != null) {
            deadlines.add(new Deadline(FIX_DATE, recorded.stream(), "", recorded.tenant(), finalBy));
        }
    }
}
