package nl.waarborg.availability.patch.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Patches of the caller's vendor. */
@ApplicationScoped
@TenantScope
public class PatchesView {

    private static final String PATCHES =
            """
            select p.*, (select count(*) from patch_installation i where i.stream_id = p.stream_id) as installations
            from patch p
            where ?::timestamptz is null or (p.last_at, p.stream_id) < (?, ?::uuid)
            order by p.last_at desc, p.stream_id desc limit ?""";
    private static final String INSTALLATIONS =
            """
            select environment_id, array_to_string(components, ',') as components, started_at, installed_at,
                unavailable_seconds, excluded_seconds, outside_window
            from patch_installation
            where patch_id = ? and (?::uuid is null or environment_tenant is null or environment_tenant = ?)
            order by started_at""";

    private final Rows rows;

    public PatchesView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /**
     * @param tested its last test passed
     * @param notesUrl null: its release notes are still to be published (AVL-018)
     * @param refusals installations that were refused because it was not tested
     */
    public record PatchRow(
            UUID patchId,
            boolean tested,
            @Nullable Instant testedAt,
            @Nullable UUID testRunId,
            @Nullable String notesUrl,
            @Nullable Instant notesAt,
            int refusals,
            int installations,
            int version) {}

    public record Listed(UUID stream, Instant lastAt, PatchRow patch) {}

    /**
     * @param excludedSeconds of the unavailability, that availability leaves out
     * @param outsideWindow partly or wholly; what lies outside is not left out (OP-31)
     */
    public record InstallationRow(
            UUID environmentId,
            List<Component> components,
            Instant startedAt,
            Instant installedAt,
            int unavailableSeconds,
            int excludedSeconds,
            boolean outsideWindow) {

        /** By an agreement that leaves nothing out. */
        public InstallationRow counted() {
            return new InstallationRow(
                    environmentId, components, startedAt, installedAt, unavailableSeconds, 0, outsideWindow);
        }
    }

    /** The latest first. */
    public List<Listed> patches(List<String> after, int limit) {
        var at = after.isEmpty() ? null : Instant.parse(after.getFirst());
        return rows.list(
                PATCHES,
                row -> new Listed(
                        row.uuid("stream_id"),
                        row.instant("last_at"),
                        new PatchRow(
                                row.uuid("patch_id"),
                                row.flag("test_passed"),
                                row.optionalInstant("tested_at"),
                                row.optionalUuid("test_run"),
                                row.optionalText("notes_url"),
                                row.optionalInstant("notes_at"),
                                row.number("refusals"),
                                row.number("installations"),
                                row.number("version"))),
                at,
                at,
                after.isEmpty() ? null : after.getLast(),
                limit);
    }

    /** @param tenant only what touches this customer's environments; null: everything */
    public List<InstallationRow> installations(UUID patch, @Nullable UUID tenant) {
        return rows.list(
                INSTALLATIONS,
                row -> new InstallationRow(
                        row.uuid("environment_id"),
                        Arrays.stream(row.text("components").split(",", -1))
                                .map(Component::valueOf)
                                .toList(),
                        row.instant("started_at"),
                        row.instant("installed_at"),
                        row.number("unavailable_seconds"),
                        row.number("excluded_seconds"),
                        row.flag("outside_window")),
                patch,
                tenant,
                tenant);
    }
}
