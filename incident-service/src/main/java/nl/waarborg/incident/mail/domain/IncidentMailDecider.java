package nl.waarborg.incident.mail.domain;

import java.util.List;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.mail.domain.IncidentMailCommand.RecordMailFailure;
import nl.waarborg.incident.mail.domain.IncidentMailCommand.RecordStaffWarned;
import nl.waarborg.incident.mail.domain.IncidentMailCommand.RecordSubmitterNotified;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.StaffWarned;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.SubmitterNotificationFailed;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.SubmitterNotified;

/** One mail per change is recorded once, after the server accepted it (INC-006, INC-007). */
public final class IncidentMailDecider implements Decider<IncidentMailCommand, IncidentMails, IncidentMailEvent> {

    private static final String CHANNEL = "MAIL";

    @Override
    public IncidentMails initialState() {
        return IncidentMails.NONE;
    }

    @Override
    public Decision<IncidentMailEvent> decide(IncidentMailCommand command, IncidentMails mails) {
        if (mails.told().contains(command.aboutEvent())) {
            return Decision.nothing();
        }
        return switch (command) {
            case RecordSubmitterNotified c ->
                Decision.of(new SubmitterNotified(
                        c.incidentId(), c.aboutEvent(), c.cause(), c.recipients(), CHANNEL, c.messageId(), c.sentAt()));
            case RecordStaffWarned c -> Decision.of(new StaffWarned(c.incidentId(), c.aboutEvent(), c.sentAt()));
            case RecordMailFailure c ->
                mails.failed().contains(c.aboutEvent())
                        ? Decision.nothing()
                        : Decision.of(new SubmitterNotificationFailed(
                                c.incidentId(), c.aboutEvent(), c.cause(), c.reason(), c.at()));
        };
    }

    @Override
    public IncidentMails evolve(IncidentMails mails, IncidentMailEvent event) {
        return switch (event) {
            case SubmitterNotified e -> mails.told(e.aboutEvent(), e.recipients());
            case StaffWarned e -> mails.told(e.aboutEvent(), List.of());
            case SubmitterNotificationFailed e -> mails.failed(e.aboutEvent());
        };
    }
}
