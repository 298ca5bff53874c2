package nl.waarborg.incident.notice.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Notices as the caller may see them: those of its own tenant, and those of the platform that affect it. */
@ApplicationScoped
@TenantScope
public class ServiceNoticesView {

    private static final String NOTICES =
            """
            select * from service_notice where (?::uuid is null or notice_id = ?) and (?::boolean is null or (ended_at is null) = ?)
            and (?::uuid is null or tenant_id = ? or (tenant_id = '00000000-0000-0000-0000-000000000000'
                and provider = (select t.provider from tenant t where t.tenant_id = ?)
                and (affected is null or ? = any (affected))))
            order by started_at desc, notice_id limit 200""";

    private final Rows rows;

    public ServiceNoticesView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /**
     * @param detail the kind of maintenance or disaster, or how far a failover is
     * @param nextUpdateAt when the next news is promised
     * @param endedAt null while it lasts
     */
    public record Notice(
            UUID noticeId,
            NoticeKind kind,
            @Nullable String detail,
            List<String> components,
            @Nullable String message,
            Instant startedAt,
            @Nullable Instant expectedAt,
            @Nullable Instant nextUpdateAt,
            @Nullable Instant endedAt) {}

    /**
     * The latest first.
     *
     * @param tenant that they concern; null: any that the caller sees
     * @param open whether they last; null: whatever
     */
    public List<Notice> notices(@Nullable UUID tenant, @Nullable Boolean open) {
        return find(null, tenant, open);
    }

    /** The outages and disasters that a tenant suffers now. */
    public List<Notice> knownOutages(UUID tenant) {
        return find(null, tenant, true).stream()
                .filter(notice -> notice.kind() == NoticeKind.OUTAGE || notice.kind() == NoticeKind.DISASTER)
                .toList();
    }

    /** One that concerns the tenant. */
    public Optional<Notice> notice(UUID notice, UUID tenant) {
        return find(notice, tenant, null).stream().findFirst();
    }

    private List<Notice> find(@Nullable UUID notice, @Nullable UUID tenant, @Nullable Boolean open) {
        return rows.list(
                NOTICES, ServiceNoticesView::notice, notice, notice, open, open, tenant, tenant, tenant, tenant);
    }

    private static Notice notice(Row row) throws SQLException {
        var components = row.text("components");
        return new Notice(
                row.uuid("notice_id"),
                NoticeKind.valueOf(row.text("kind")),
                row.optionalText("detail"),
                components.isEmpty() ? List.of() : List.of(components.split(",", -1)),
                row.optionalText("message"),
                row.instant("started_at"),
                row.optionalInstant("expected_at"),
                row.optionalInstant("next_update_at"),
                row.optionalInstant("ended_at"));
    }
}
