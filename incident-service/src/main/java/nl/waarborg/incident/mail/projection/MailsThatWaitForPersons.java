package nl.waarborg.incident.mail.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.incident.mail.domain.Recipients;
import nl.waarborg.incident.mail.storage.IncidentMailEventTypes;
import nl.waarborg.incident.person.domain.PersonEvent;
import nl.waarborg.incident.person.domain.PersonEvent.CallerChecked;
import nl.waarborg.incident.person.domain.PersonEvent.PersonChanged;
import nl.waarborg.incident.person.domain.PersonEvent.PersonLeft;
import nl.waarborg.incident.person.domain.PersonEvent.PersonRegistered;
import nl.waarborg.incident.person.domain.PersonEvent.PortalRoleAssigned;
import nl.waarborg.incident.person.domain.PersonEvent.PortalRoleRevoked;

/**
 * Mails that found nobody to tell are tried again once a person of the customer, an address or a role is there (INC-006, INC-007, OP-21);
 * what is old news by then is left. Keeps deadlines only.
 */
public final class MailsThatWaitForPersons implements Projection<PersonEvent> {

    private static final String WAITING =
            """
            select event_id, about, occurred_at from (
                select event_id, incident_id about, tenant_id, state, failure, occurred_at from incident_mail
                union all
                select event_id, migration_id, tenant_id, state, failure, occurred_at from migration_mail) mail
            where tenant_id = ? and state = 'FAILED' and failure = ? and occurred_at > ?
            order by occurred_at""";

    private final Duration oldNews;

    /** @param oldNews the age from which a change is told no more */
    public MailsThatWaitForPersons(Duration oldNews) {
        this.oldNews = oldNews;
    }

    @Override
    public String name() {
        return "mails-that-wait-for-persons";
    }

    @Override
    public Class<PersonEvent> events() {
        return PersonEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<PersonEvent>> events, Connection connection) throws SQLException {
        var news = new LinkedHashMap<UUID, Instant>();
        for (var recorded : events) {
            if (mayBeReachable(recorded.event())) {
                news.put(recorded.tenant(), recorded.recordedAt());
            }
        }
        for (var tenant : news.entrySet()) {
            Deadlines.set(
                    connection,
                    Rows.list(
                            connection,
                            WAITING,
                            row -> new Deadline(
                                    MailsDueProjection.SEND_MAIL,
                                    IncidentMailEventTypes.stream(tenant.getKey(), row.uuid("about")),
                                    row.uuid("event_id").toString(),
                                    tenant.getKey(),
                                    tenant.getValue()),
                            tenant.getKey(),
                            Recipients.NOBODY,
                            tenant.getValue().minus(oldNews)));
        }
    }

    private static boolean mayBeReachable(PersonEvent event) {
        return switch (event) {
            case PersonRegistered _, PersonChanged _, PortalRoleAssigned _ -> true;
            case PersonLeft _, PortalRoleRevoked _, CallerChecked _ -> false;
        };
    }
}
