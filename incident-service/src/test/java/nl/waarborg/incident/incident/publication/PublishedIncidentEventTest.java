package nl.waarborg.incident.incident.publication;

import static nl.waarborg.incident.incident.domain.Situation.AGENT;
import static nl.waarborg.incident.incident.domain.Situation.FIRST_CLASS;
import static nl.waarborg.incident.incident.domain.Situation.MARK;
import static nl.waarborg.incident.incident.domain.Situation.SUBMITTER;
import static nl.waarborg.incident.incident.domain.Situation.at;
import static nl.waarborg.incident.incident.domain.Situation.calamity;
import static nl.waarborg.incident.incident.domain.Situation.disruption;
import static nl.waarborg.incident.incident.domain.Situation.history;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.Metadata;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.incident.incident.domain.IncidentCommand.*;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.domain.IncidentEvent.*;
import nl.waarborg.incident.incident.domain.IncidentType;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.Waiting.Party;
import org.junit.jupiter.api.Test;

class PublishedIncidentEventTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static List<IncidentEvent> everythingThatIsPublished() {
        var start = at("2026-03-09T10:00");
        var events = new ArrayList<>(history(
                disruption(Priority.P2, FIRST_CLASS, start),
                new ClassifyIncident(IncidentType.FAULT, null, FIRST_CLASS, start.plusSeconds(60)),
                new RequestPriorityEscalation(SUBMITTER, Priority.P1, "Payroll day", true, start.plusSeconds(120)),
                new EscalatePriority(AGENT, null, true, "Assessed", FIRST_CLASS, start.plusSeconds(180)),
                new NoticeMissedDeadline(ClockKind.RESPONSE, at("2026-03-09T11:00")),
                new GiveFirstResponse(AGENT, start.plusSeconds(240)),
                new WaitForParty(Party.CUSTOMER, "Which month?", FIRST_CLASS, start.plusSeconds(300)),
                new ResumeIncident(null, FIRST_CLASS, start.plusSeconds(360)),
                new ProvideWorkaround(AGENT, "Use the app.", FIRST_CLASS, start.plusSeconds(420)),
                new HandleIncident(AGENT, "Patched.", FIRST_CLASS, start.plusSeconds(480)),
                new ReopenIncident(SUBMITTER, "Again", start.plusSeconds(540)),
                new EscalateIncident(SUBMITTER, "Nothing helps", start.plusSeconds(600)),
                new LapseIncident("No answer", start.plusSeconds(660))));
        events.addAll(history(
                calamity(FIRST_CLASS, start),
                new RecordCalamityContact(AGENT, SUBMITTER, start.plusSeconds(60)),
                new DowngradeCalamity(AGENT, "One user", start.plusSeconds(120))));
        events.add(new PriorityEscalationRejected(AGENT, Priority.P1, "INC-031", "Assessed", false, start));
        events.add(new DeadlineWarningRaised(ClockKind.RECOVERY, start.plusSeconds(900), start, start));
        return events;
    }

    @Test
    void what_leaves_the_service_keeps_to_its_contract_and_holds_no_personal_text() {
        var types = new HashSet<String>();
        for (var event : everythingThatIsPublished()) {
            var published = PublishedIncidentEvent.from(recorded(event));
            published.ifPresent(it -> {
                types.add(it.type());
                var data = JSON.valueToTree(it.data());
                assertEquals(List.of(), Contract.of(it.type()).faults(data), it.type());
                for (var secret : Set.of("Payslips", "Payroll day", "Assessed", "Patched", "Again", "app.")) {
                    assertFalse(data.toString().contains(secret), it.type() + " says " + secret);
                }
            });
        }
        assertEquals(22, types.size(), types.toString());
    }

    private static RecordedEvent<IncidentEvent> recorded(IncidentEvent event) {
        return new RecordedEvent<>(
                MARK,
                IncidentEventTypes.stream(MARK),
                1,
                new UUID(0, 7),
                event,
                event.at(),
                event.at(),
                new Metadata(Actor.SCHEDULER, false, null, null, null, null));
    }
}
