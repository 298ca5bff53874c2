package nl.waarborg.availability.release.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import nl.waarborg.availability.release.domain.PlanWarning;
import nl.waarborg.availability.release.domain.ReleaseEvent;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseMadeAvailableOnAcceptance;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseNotesPublished;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleasePlanned;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseReplanned;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseRolloutCompleted;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** The vendor's versions with their plan. */
public final class ReleasesProjection implements Projection<ReleaseEvent> {

    private static final String PLANNED =
            """
            insert into release (stream_id, release_id, provider, name, kind, rollout_from, rollout_through,
                must_be_installed_by, deviation_reason, warnings, planned_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)""";
    private static final String REPLANNED =
            """
            update release set rollout_from = ?, rollout_through = ?, warnings = string_to_array(?, ','), version = ?
            where stream_id = ?""";
    private static final String NOTES =
            "update release set notes_url = ?, notes_at = ?, version = ? where stream_id = ?";
    private static final String ACCEPTANCE = "update release set acceptance_at = ?, version = ? where stream_id = ?";
    private static final String COMPLETED =
            """
            update release set completed_at = ?, rollout_days = ?, warnings = string_to_array(?, ','), version = ?
            where stream_id = ?""";

    private final PersonalData personal;

    public ReleasesProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "releases";
    }

    @Override
    public Class<ReleaseEvent> events() {
        return ReleaseEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("release");
    }

    @Override
    public void apply(List<RecordedEvent<ReleaseEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        events.forEach(recorded -> add(statements, recorded));
        statements.run(connection);
    }

    private void add(Statements statements, RecordedEvent<ReleaseEvent> recorded) {
        var stream = recorded.stream().id();
        var version = recorded.version();
        switch (recorded.event()) {
            case ReleasePlanned e ->
                statements.add(
                        PLANNED,
                        stream,
                        e.releaseId(),
                        e.provider(),
                        e.name(),
                        e.kind(),
                        e.rollout().from(),
                        e.rollout().through(),
                        e.mustBeInstalledBy(),
                        personal.protect(recorded.tenant(), e.deviationReason()),
                        names(e.warnings()),
                        e.at(),
                        version);
            case ReleaseReplanned e ->
                statements.add(
                        REPLANNED, e.rollout().from(), e.rollout().through(), names(e.warnings()), version, stream);
            case ReleaseNotesPublished e -> statements.add(NOTES, e.url(), e.at(), version, stream);
            case ReleaseMadeAvailableOnAcceptance e -> statements.add(ACCEPTANCE, e.at(), version, stream);
            case ReleaseRolloutCompleted e ->
                statements.add(COMPLETED, e.at(), e.days(), names(e.warnings()), version, stream);
        }
    }

    private static String names(List<PlanWarning> warnings) {
        return warnings.stream().map(Enum::name).collect(Collectors.joining(","));
    }
}
