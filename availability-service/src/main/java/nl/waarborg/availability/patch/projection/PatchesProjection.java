package nl.waarborg.availability.patch.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.patch.domain.PatchEvent;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstallationRefused;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstalled;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchReleaseNotesPublished;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchTested;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Patches with their test, their notes and each installation. */
public final class PatchesProjection implements Projection<PatchEvent> {

    private static final String KNOWN =
            """
            insert into patch (stream_id, patch_id, provider, last_at, version) values (?, ?, ?, ?, ?)
            on conflict (stream_id) do update set last_at = excluded.last_at, version = excluded.version""";
    private static final String TESTED =
            """
            update patch set tested_at = ?, test_run = ?, test_passed = ?
            where stream_id = ? and (tested_at is null or tested_at <= ?)""";
    private static final String NOTES = "update patch set notes_url = ?, notes_at = ? where stream_id = ?";
    private static final String REFUSED = "update patch set refusals = refusals + 1 where stream_id = ?";
    private static final String INSTALLED =
            """
            insert into patch_installation (stream_id, environment_id, patch_id, provider, environment_tenant, components,
                started_at, installed_at, unavailable_seconds, excluded_seconds, outside_window)
            values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?)""";

    @Override
    public String name() {
        return "patches";
    }

    @Override
    public Class<PatchEvent> events() {
        return PatchEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("patch", "patch_installation");
    }

    @Override
    public void apply(List<RecordedEvent<PatchEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        events.forEach(recorded -> add(statements, recorded));
        statements.run(connection);
    }

    private static void add(Statements statements, RecordedEvent<PatchEvent> recorded) {
        var stream = recorded.stream().id();
        var provider =
                switch (recorded.event()) {
                    case PatchTested e -> e.provider();
                    case PatchReleaseNotesPublished e -> e.provider();
                    case PatchInstallationRefused e -> e.provider();
                    case PatchInstalled e -> e.provider();
                };
        statements.add(KNOWN, stream, recorded.event().patchId(), provider, recorded.occurredAt(), recorded.version());
        switch (recorded.event()) {
            case PatchTested e -> statements.add(TESTED, e.at(), e.testRunId(), e.passed(), stream, e.at());
            case PatchReleaseNotesPublished e -> statements.add(NOTES, e.url(), e.at(), stream);
            case PatchInstallationRefused _ -> statements.add(REFUSED, stream);
            case PatchInstalled e ->
                statements.add(
                        INSTALLED,
                        stream,
                        e.environmentId(),
                        e.patchId(),
                        e.provider(),
                        e.tenantId(),
                        e.components().stream().map(Enum::name).collect(Collectors.joining(",")),
                        e.startedAt(),
                        e.installedAt(),
                        e.unavailableSeconds(),
                        e.excluded().stream().mapToLong(Interval::seconds).sum(),
                        e.outsideWindow());
        }
    }
}
