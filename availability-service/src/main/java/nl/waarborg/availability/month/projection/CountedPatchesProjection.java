package nl.waarborg.availability.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.patch.domain.PatchEvent;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstallationRefused;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstalled;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchReleaseNotesPublished;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchTested;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Time of patches that availability leaves out (AVL-004, OP-31). */
public final class CountedPatchesProjection implements Projection<PatchEvent> {

    private static final String INSTALLED =
            """
            insert into counted_patch (event_id, place, provider, tenant, components, excluded_from, excluded_to)
            values (?, ?, ?, ?, ?, ?, ?)""";

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
                when !e.excluded().isEmpty() -> {
                    var statements = new Statements();
                    for (var i = 0; i < e.excluded().size(); i++) {
                        statements.add(
                                INSTALLED,
                                recorded.id(),
                                i,
                                e.provider(),
                                e.tenantId(),
                                e.components().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                                e.excluded().get(i).from(),
                                e.excluded().get(i).to());
                    }
                    statements.run(connection);
                    MonthDeadlines.changed(
                            connection, months, e.provider(), e.startedAt(), e.installedAt(), recorded.recordedAt());
                }
                case PatchInstalled _, PatchTested _, PatchReleaseNotesPublished _, PatchInstallationRefused _ -> {}
            }
        }
    }
}
