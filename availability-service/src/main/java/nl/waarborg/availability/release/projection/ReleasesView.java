package nl.waarborg.availability.release.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.availability.release.domain.MoveRefusal;
import nl.waarborg.availability.release.domain.PlanWarning;
import nl.waarborg.availability.release.domain.ReleaseKind;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Versions of the caller's vendor, and the migrations of the customers that the caller sees. */
@ApplicationScoped
@TenantScope
public class ReleasesView {

    private static final String RELEASES =
            """
            select release_id, name, kind, rollout_from, rollout_through,
                rollout_through - rollout_from + 1 as days,
                to_char(must_be_installed_by, 'YYYY-MM-DD') as by_law, deviation_reason,
                array_to_string(warnings, ',') as warnings, planned_at, notes_url, notes_at, acceptance_at,
                completed_at, rollout_days, version
            from release where ?::uuid is null or release_id = ? order by rollout_from desc limit 500""";
    private static final String MIGRATIONS =
            """
            select * from migration
            where (?::uuid is null or migration_id = ?) and (?::uuid is null or tenant_id = ?)
                and (?::uuid is null or release_id = ?)
                and (?::timestamptz is null or (planned_at, migration_id) > (?, ?::uuid))
            order by planned_at, migration_id limit ?""";
    private static final String NOTICES =
            """
            select n.*, m.release_id from migration_notice n join migration m using (migration_id)
            where ?::uuid is null or n.tenant_id = ? order by n.at desc, n.version desc limit 500""";

    private final Rows rows;
    private final PersonalData personal;

    public ReleasesView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** @param completedDays that the rollout really took; 0 while it goes on */
    public record ReleaseRow(
            UUID releaseId,
            String name,
            ReleaseKind kind,
            LocalDate rolloutFrom,
            LocalDate rolloutThrough,
            int rolloutDays,
            @Nullable LocalDate mustBeInstalledBy,
            @Nullable String deviationReason,
            List<PlanWarning> warnings,
            Instant plannedAt,
            @Nullable String notesUrl,
            @Nullable Instant notesAt,
            @Nullable Instant acceptanceAt,
            @Nullable Instant completedAt,
            int completedDays,
            int version) {}

    /** Where a migration stands. */
    public enum State {
        SCHEDULED,
        DATE_FIXED,
        STARTED,
        COMPLETED
    }

    /**
     * @param finalBy when the date becomes final; null: nothing is promised (AVL-038)
     * @param acceptance the three weeks on acceptance hold (AVL-043)
     * @param asExperienced the unavailability lies within what experience says (AVL-041)
     */
    public record MigrationRow(
            UUID migrationId,
            UUID tenant,
            UUID releaseId,
            State state,
            Instant plannedAt,
            boolean insideOfficeHours,
            boolean deviates,
            @Nullable String deviationReason,
            @Nullable Instant finalBy,
            @Nullable Instant fixedAt,
            @Nullable Boolean fixedInTime,
            boolean acceptance,
            @Nullable Instant waivedAt,
            int moves,
            int refusals,
            @Nullable MoveRefusal lastRefusal,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            int unavailableSeconds,
            @Nullable Boolean asExperienced,
            int version) {}

    /** What a customer was told on the portal (AVL-039). */
    public record NoticeRow(
            UUID migrationId, UUID tenant, UUID releaseId, String kind, Instant plannedAt, Instant at) {}

    /** The latest 500. */
    public List<ReleaseRow> releases() {
        return releases(null);
    }

    public Optional<ReleaseRow> release(UUID release) {
        return releases(release).stream().findFirst();
    }

    private List<ReleaseRow> releases(@Nullable UUID release) {
        return rows.list(RELEASES, this::release, release, release);
    }

    private ReleaseRow release(Rows.Row row) throws SQLException {
        var byLaw = row.optionalText("by_law");
        return new ReleaseRow(
                row.uuid("release_id"),
                row.text("name"),
                ReleaseKind.valueOf(row.text("kind")),
                row.date("rollout_from"),
                row.date("rollout_through"),
                row.number("days"),
                byLaw == null ? null : LocalDate.parse(byLaw),
                personal.reveal(StreamId.PLATFORM, row.optionalText("deviation_reason")),
                Arrays.stream(row.text("warnings").split(",", -1))
                        .filter(name -> !name.isEmpty())
                        .map(PlanWarning::valueOf)
                        .toList(),
                row.instant("planned_at"),
                row.optionalText("notes_url"),
                row.optionalInstant("notes_at"),
                row.optionalInstant("acceptance_at"),
                row.optionalInstant("completed_at"),
                row.number("rollout_days"),
                row.number("version"));
    }

    /** The next first. */
    public List<MigrationRow> migrations(@Nullable UUID tenant, @Nullable UUID release, List<String> after, int limit) {
        var at = after.isEmpty() ? null : Instant.parse(after.getFirst());
        return rows.list(
                MIGRATIONS,
                this::migration,
                null,
                null,
                tenant,
                tenant,
                release,
                release,
                at,
                at,
                after.isEmpty() ? null : after.getLast(),
                limit);
    }

    public Optional<MigrationRow> migration(UUID migration) {
        return rows.first(
                MIGRATIONS, this::migration, migration, migration, null, null, null, null, null, null, null, 1);
    }

    /** The latest 500. */
    public List<NoticeRow> notices(@Nullable UUID tenant) {
        return rows.list(
                NOTICES,
                row -> new NoticeRow(
                        row.uuid("migration_id"),
                        row.uuid("tenant_id"),
                        row.uuid("release_id"),
                        row.text("kind"),
                        row.instant("planned_at"),
                        row.instant("at")),
                tenant,
                tenant);
    }

    private MigrationRow migration(Rows.Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var refusal = row.optionalText("last_refusal");
        return new MigrationRow(
                row.uuid("migration_id"),
                tenant,
                row.uuid("release_id"),
                State.valueOf(row.text("state")),
                row.instant("planned_at"),
                row.flag("inside_office_hours"),
                row.flag("deviates"),
                personal.reveal(tenant, row.optionalText("deviation_reason")),
                row.optionalInstant("final_by"),
                row.optionalInstant("fixed_at"),
                row.optionalFlag("fixed_in_time"),
                row.flag("acceptance"),
                row.optionalInstant("waived_at"),
                row.number("moves"),
                row.number("refusals"),
                refusal == null ? null : MoveRefusal.valueOf(refusal),
                row.optionalInstant("started_at"),
                row.optionalInstant("completed_at"),
                row.number("unavailable_seconds"),
                row.optionalFlag("as_experienced"),
                row.number("version"));
    }
}
