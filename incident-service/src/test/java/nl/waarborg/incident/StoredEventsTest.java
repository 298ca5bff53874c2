package nl.waarborg.incident;

import java.util.List;
import nl.waarborg.eventsourcing.test.StoredEventsSpecification;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;
import nl.waarborg.incident.investigationcopy.storage.InvestigationCopyEventTypes;
import nl.waarborg.incident.mail.storage.IncidentMailEventTypes;
import nl.waarborg.incident.month.storage.IncidentMonthEventTypes;
import nl.waarborg.incident.person.storage.PersonEventTypes;
import nl.waarborg.incident.problem.storage.ProblemEventTypes;
import nl.waarborg.incident.remoteviewing.storage.RemoteViewEventTypes;
import nl.waarborg.incident.supportcalendar.storage.SupportCalendarEventTypes;
import nl.waarborg.incident.systemuser.storage.SystemUserEventTypes;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    @Test
    void every_version_ever_stored_can_be_read_and_every_event_has_a_sample() {
        StoredEventsSpecification.verify(List.of(
                IncidentEventTypes.INCIDENT_EVENTS,
                InvestigationCopyEventTypes.COPY_EVENTS,
                IncidentMailEventTypes.MAIL_EVENTS,
                IncidentMonthEventTypes.MONTH_EVENTS,
                PersonEventTypes.PERSON_EVENTS,
                ProblemEventTypes.PROBLEM_EVENTS,
                ProblemEventTypes.ANALYSIS_EVENTS,
                ProblemEventTypes.SIGNAL_EVENTS,
                RemoteViewEventTypes.REMOTE_VIEW_EVENTS,
                SupportCalendarEventTypes.CALENDAR_EVENTS,
                SystemUserEventTypes.ACCESS_EVENTS,
                SystemUserEventTypes.SUPPORT_PLUS_EVENTS));
    }
}
