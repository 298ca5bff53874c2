package nl.waarborg.incident.person.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.person.domain.PersonEvent;
import nl.waarborg.incident.person.domain.PersonEvent.CallerChecked;
import nl.waarborg.incident.person.domain.PersonEvent.PersonChanged;
import nl.waarborg.incident.person.domain.PersonEvent.PersonLeft;
import nl.waarborg.incident.person.domain.PersonEvent.PersonRegistered;
import nl.waarborg.incident.person.domain.PersonEvent.PortalRoleAssigned;
import nl.waarborg.incident.person.domain.PersonEvent.PortalRoleRevoked;

/** Persons with their portal roles, and the checks of callers. */
public final class PersonsProjection implements Projection<PersonEvent> {

    private static final String REGISTERED =
            """
            insert into person (tenant_id, person_id, side, provider, name, mail, phone, language, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CHANGED =
            """
            update person set name = ?, mail = ?, phone = ?, language = ?, version = ?
            where tenant_id = ? and person_id = ?""";
    private static final String LEFT =
            "update person set left_at = ?, version = ? where tenant_id = ? and person_id = ?";
    private static final String ROLES_ENDED =
            """
            update portal_role set revoked_at = ? where tenant_id = ? and person_id = ? and revoked_at is null""";
    private static final String ASSIGNED =
            """
            insert into portal_role (
                tenant_id, person_id, role, assigned_at, knowledge_declared, assigned_by, self_assigned)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String REVOKED =
            """
            update portal_role set revoked_at = ?, revoked_by = ?
            where tenant_id = ? and person_id = ? and role = ? and revoked_at is null""";
    private static final String VERSION = "update person set version = ? where tenant_id = ? and person_id = ?";
    private static final String CHECKED =
            """
            insert into caller_check (id, tenant_id, person_id, phone_number, authorised, checked_by, checked_at)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final PersonalData personal;

    public PersonsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "persons";
    }

    @Override
    public Class<PersonEvent> events() {
        return PersonEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("person", "portal_role", "caller_check");
    }

    @Override
    public void apply(List<RecordedEvent<PersonEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        events.forEach(recorded -> add(statements, recorded));
        statements.run(connection);
    }

    private void add(Statements statements, RecordedEvent<PersonEvent> recorded) {
        var tenant = recorded.tenant();
        var version = recorded.version();
        switch (recorded.event()) {
            case PersonRegistered e ->
                statements.add(
                        REGISTERED,
                        tenant,
                        e.personId(),
                        e.side(),
                        e.provider(),
                        personal.protect(tenant, e.name()),
                        personal.protect(tenant, e.mail()),
                        personal.protect(tenant, e.phone()),
                        e.language(),
                        version);
            case PersonChanged e ->
                statements.add(
                        CHANGED,
                        personal.protect(tenant, e.name()),
                        personal.protect(tenant, e.mail()),
                        personal.protect(tenant, e.phone()),
                        e.language(),
                        version,
                        tenant,
                        e.personId());
            case PersonLeft e -> {
                statements.add(LEFT, e.at(), version, tenant, e.personId());
                statements.add(ROLES_ENDED, e.at(), tenant, e.personId());
            }
            case PortalRoleAssigned e -> {
                statements.add(
                        ASSIGNED,
                        tenant,
                        e.personId(),
                        e.role(),
                        e.at(),
                        e.knowledgeDeclared(),
                        e.assignedBy(),
                        e.selfAssigned());
                statements.add(VERSION, version, tenant, e.personId());
            }
            case PortalRoleRevoked e -> {
                statements.add(REVOKED, e.at(), e.revokedBy(), tenant, e.personId(), e.role());
                statements.add(VERSION, version, tenant, e.personId());
            }
            case CallerChecked e -> {
                statements.add(
                        CHECKED,
                        recorded.id(),
                        tenant,
                        e.personId(),
                        personal.protect(tenant, e.phoneNumber()),
                        e.authorised(),
                        recorded.metadata().actor().id(),
                        e.at());
                statements.add(VERSION, version, tenant, e.personId());
            }
        }
    }
}
