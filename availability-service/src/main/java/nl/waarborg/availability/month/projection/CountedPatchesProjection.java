package nl.waarborg.availability.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.patch.domain.PatchEvent;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstallationRefused;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstalled;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchReleaseNotesPublished;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchTested;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** What patches made unavailable: within their window it may be left out, outside it is downtime (AVL-004, AVL-017, OP-31). */
public final class CountedPatchesProjection implements Projection<PatchEvent> {

    private static final String INSTALLED =
            """
            insert into counted_patch (
                event_id, patch_id, provider, of_tenant, components, starts, ends, within_window, by_person, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final MonthBounds months;

    public CountedPatchesProjection(MonthBounds months) {
        this.months = months;
    }

    @Override
    public String name() {
        return "counted-patches";
    }

    @Override
    public Class<PatchEvent> events() {
        return PatchEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("counted_patch");
    }

    @Override
    public void apply(List<RecordedEvent<PatchEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            switch (recorded.event()) {
                case PatchInstalled e
                when e.unavailableSeconds() > 0 -> {
                    var statements = new Statements();
                    add(statements, recorded, e, e.excluded(), true);
                    add(statements, recorded, e, e.counted(), false);
                    statements.run(connection);
                    MonthDeadlines.downtimeChanged(
                            connection, months, e.provider(), e.startedAt(), e.installedAt(), recorded);
                }
                case PatchInstalled _, PatchTested _, PatchReleaseNotesPublished _, PatchInstallationRefused _ -> {}
            }
        }
    }

    private static void add(
            Statements statements,
            RecordedEvent<PatchEvent> recorded,
            PatchInstalled e,
            List<Interval> parts,
            boolean withinWindow) {
        for (var part : parts) {
            statements.add(
                    INSTALLED,
                    recorded.id(),
                    e.patchId(),
                    e.provider(),
                    e.tenantId(),
                    e.components().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                    part.from(),
                    part.to(),
                    withinWindow,
                    recorded.metadata().actor().id(),
                    recorded.occurredAt());
        }
    }
}
