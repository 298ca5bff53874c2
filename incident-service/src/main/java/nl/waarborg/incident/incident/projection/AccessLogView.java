package nl.waarborg.incident.incident.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Who looked into a customer's environment for an incident, and when, whatever the way in (INC-048, INC-052 to INC-056). */
@ApplicationScoped
@TenantScope
public class AccessLogView {

    private static final String LOG =
            """
            select a.tenant_id, a.at, 'INVESTIGATION_COPY' as way, a.copy_id as access_id, 'USED' as what,
                a.employee_id, null::uuid as by_person, a.purpose as purpose, null as detail
            from investigation_copy_access a where a.incident_id = ?
            union all
            select v.tenant_id, e.at, 'REMOTE_VIEW', v.session_id, e.what, v.agent_id, v.person_id, null, null
            from remote_view v cross join lateral (values
                (v.started_at, 'STARTED'), (v.consented_at, 'CONTROL_CONSENTED'),
                (case when v.started_at is not null then v.ended_at end, 'ENDED')) as e (at, what)
            where v.incident_id = ? and e.at is not null
            union all
            select l.tenant_id, l.at, 'SYSTEM_USER', l.access_id, l.what, u.employee_id, l.by_person, null, l.detail
            from system_user_access_log l join system_user_access u on u.access_id = l.access_id
            where u.cause_id = ?
            order by 2, 4, 5""";

    private final Rows rows;
    private final PersonalData personal;

    public AccessLogView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** The ways into a customer's environment (AFAS §2.2.5). */
    public enum Way {
        REMOTE_VIEW,
        INVESTIGATION_COPY,
        SYSTEM_USER
    }

    /**
     * @param accessId the session, the copy or the access
     * @param what such as {@code USED}, {@code GRANTED} or {@code ENDED}
     * @param employee of the vendor, who looked
     * @param byPerson of the customer, who let it
     * @param purpose why, in the employee's words; null once the tenant's key is destroyed
     */
    public record AccessEntry(
            Instant at,
            Way way,
            UUID accessId,
            String what,
            @Nullable UUID employee,
            @Nullable UUID byPerson,
            @Nullable String purpose,
            @Nullable String detail) {}

    /** In order of time. */
    public List<AccessEntry> of(UUID incident) {
        return rows.list(
                LOG,
                row -> new AccessEntry(
                        row.instant("at"),
                        Way.valueOf(row.text("way")),
                        row.uuid("access_id"),
                        row.text("what"),
                        row.optionalUuid("employee_id"),
                        row.optionalUuid("by_person"),
                        personal.reveal(row.uuid("tenant_id"), row.optionalText("purpose")),
                        row.optionalText("detail")),
                incident,
                incident,
                incident);
    }
}
