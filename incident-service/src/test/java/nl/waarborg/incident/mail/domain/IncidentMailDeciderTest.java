package nl.waarborg.incident.mail.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.mail.domain.IncidentMailCommand.RecordMailFailure;
import nl.waarborg.incident.mail.domain.IncidentMailCommand.RecordStaffWarned;
import nl.waarborg.incident.mail.domain.IncidentMailCommand.RecordSubmitterNotified;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.StaffWarned;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.SubmitterNotificationFailed;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.SubmitterNotified;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule({"INC-006", "INC-007"})
class IncidentMailDeciderTest {

    private static final UUID INCIDENT = new UUID(1, 1);
    private static final UUID EVENT = new UUID(2, 1);
    private static final UUID SUBMITTER = new UUID(3, 1);
    private static final UUID ADMINISTRATOR = new UUID(3, 2);
    private static final UUID SECOND_ADMINISTRATOR = new UUID(3, 3);
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final DeciderSpecification<IncidentMailCommand, IncidentMails, IncidentMailEvent> mails =
            new DeciderSpecification<>(new IncidentMailDecider());

    private final RecordSubmitterNotified record = new RecordSubmitterNotified(
            INCIDENT, EVENT, MailCause.STATUS_CHANGED, List.of(SUBMITTER), "<id@waarborg>", AT);
    private final SubmitterNotified notified = new SubmitterNotified(
            INCIDENT, EVENT, MailCause.STATUS_CHANGED, List.of(SUBMITTER), "MAIL", "<id@waarborg>", AT);
    private final SubmitterNotificationFailed failed =
            new SubmitterNotificationFailed(INCIDENT, EVENT, MailCause.STATUS_CHANGED, "451 try again", AT);

    @Test
    void a_change_is_recorded_as_told_once() {
        mails.given().when(record).then(notified);
        mails.given(notified).when(record).thenNothing();
    }

    @Test
    void a_refusal_of_the_mail_server_is_kept_and_ends_with_the_acceptance() {
        var refuse = new RecordMailFailure(INCIDENT, EVENT, MailCause.STATUS_CHANGED, "451 try again", AT);
        mails.given().when(refuse).then(failed);
        mails.given(failed).when(refuse).thenNothing();
        mails.given(failed).when(record).then(notified);
        mails.given(failed, notified).when(refuse).thenNothing();
    }

    @Test
    void staff_is_warned_once() {
        var warn = new RecordStaffWarned(INCIDENT, EVENT, AT);
        mails.given().when(warn).then(new StaffWarned(INCIDENT, EVENT, AT));
        mails.given(new StaffWarned(INCIDENT, EVENT, AT)).when(warn).thenNothing();
    }

    @Test
    void the_submitter_is_told_and_all_administrators_once_it_left_or_lost_its_role() {
        var administrators = List.of(ADMINISTRATOR, SECOND_ADMINISTRATOR);
        assertEquals(Set.of(SUBMITTER), Recipients.of(SUBMITTER, true, administrators, List.of()));
        assertEquals(
                Set.of(ADMINISTRATOR, SECOND_ADMINISTRATOR),
                Recipients.of(SUBMITTER, false, administrators, List.of()));
        assertEquals(
                Set.of(ADMINISTRATOR, SECOND_ADMINISTRATOR), Recipients.of(null, false, administrators, List.of()));
    }

    @Test
    void whoever_got_the_first_mail_also_gets_the_last() {
        var first = mails.given(new SubmitterNotified(
                        INCIDENT, EVENT, MailCause.RECEIVED, List.of(ADMINISTRATOR), "MAIL", "<id@waarborg>", AT))
                .state();
        assertEquals(Set.of(SUBMITTER, ADMINISTRATOR), Recipients.of(SUBMITTER, true, List.of(), first.recipients()));
    }
}
