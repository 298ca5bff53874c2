package nl.waarborg.incident.person.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.incident.person.domain.Language;
import nl.waarborg.incident.person.domain.PortalRole;
import org.jspecify.annotations.Nullable;

/** Persons, portal roles and caller checks as the caller may see them. */
@ApplicationScoped
@TenantScope
public class PersonsView {

    private static final String PERSON_COLUMNS =
            "select tenant_id, person_id, side, name, mail, phone, language, left_at, version from person";
    private static final String PERSONS =
            PERSON_COLUMNS + " where tenant_id = ? and person_id > ?::uuid order by person_id limit ?";
    private static final String PERSON = PERSON_COLUMNS + " where tenant_id = ? and person_id = ?";
    private static final String ROLES =
            """
            select person_id, role, assigned_at, revoked_at, knowledge_declared, assigned_by, self_assigned
            from portal_role where tenant_id = ? and (?::uuid is null or person_id = ?)
            order by person_id, assigned_at, role""";
    private static final String CHECKS =
            """
            select id, person_id, phone_number, authorised, checked_by, checked_at from caller_check
            where tenant_id = ? and (?::timestamptz is null or (checked_at, id) < (?, ?::uuid))
            order by checked_at desc, id desc limit ?""";

    private final Rows rows;
    private final PersonalData personal;

    public PersonsView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** Text is null once the tenant's key is destroyed. */
    public record PersonRow(
            UUID personId,
            String side,
            @Nullable String name,
            @Nullable String mail,
            @Nullable String phone,
            Language language,
            @Nullable Instant leftAt,
            int version) {}

    public record PortalRoleRow(
            UUID personId,
            PortalRole role,
            Instant assignedAt,
            @Nullable Instant revokedAt,
            boolean knowledgeDeclared,
            @Nullable UUID assignedBy,
            boolean selfAssigned) {}

    public record CallerCheckRow(
            UUID id,
            UUID personId,
            @Nullable String phoneNumber,
            boolean authorised,
            @Nullable UUID checkedBy,
            Instant checkedAt) {}

    public List<PersonRow> persons(UUID tenant, UUID after, int limit) {
        return rows.list(PERSONS, this::person, tenant, after, limit);
    }

    public Optional<PersonRow> person(UUID tenant, UUID person) {
        return rows.first(PERSON, this::person, tenant, person);
    }

    /** Present and past; of one person or of all. */
    public List<PortalRoleRow> roles(UUID tenant, @Nullable UUID person) {
        return rows.list(
                ROLES,
                row -> new PortalRoleRow(
                        row.uuid("person_id"),
                        PortalRole.valueOf(row.text("role")),
                        row.instant("assigned_at"),
                        row.optionalInstant("revoked_at"),
                        row.flag("knowledge_declared"),
                        row.optionalUuid("assigned_by"),
                        row.flag("self_assigned")),
                tenant,
                person,
                person);
    }

    /** The latest first, before the given one. */
    public List<CallerCheckRow> checks(UUID tenant, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return rows.list(
                CHECKS,
                row -> new CallerCheckRow(
                        row.uuid("id"),
                        row.uuid("person_id"),
                        personal.reveal(tenant, row.optionalText("phone_number")),
                        row.flag("authorised"),
                        row.optionalUuid("checked_by"),
                        row.instant("checked_at")),
                tenant,
                before,
                before,
                beforeId,
                limit);
    }

    private PersonRow person(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        return new PersonRow(
                row.uuid("person_id"),
                row.text("side"),
                personal.reveal(tenant, row.optionalText("name")),
                personal.reveal(tenant, row.optionalText("mail")),
                personal.reveal(tenant, row.optionalText("phone")),
                Language.valueOf(row.text("language")),
                row.optionalInstant("left_at"),
                row.number("version"));
    }
}
