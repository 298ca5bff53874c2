package nl.waarborg.incident.month.domain;

import static nl.waarborg.incident.incident.domain.Situation.AFAS;
import static nl.waarborg.incident.incident.domain.Situation.AGENT;
import static nl.waarborg.incident.incident.domain.Situation.at;
import static nl.waarborg.incident.incident.domain.Situation.disruption;
import static nl.waarborg.incident.incident.domain.Situation.history;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.waarborg.incident.incident.domain.IncidentCommand.GiveFirstResponse;
import nl.waarborg.incident.incident.domain.IncidentCommand.HandleIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.NoticeMissedDeadline;
import nl.waarborg.incident.incident.domain.IncidentCommand.PrioritiseIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.ResumeIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.WaitForParty;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.month.domain.IncidentFigure.State;
import nl.waarborg.incident.month.domain.IncidentFigure.Verdict;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.Waiting.Party;
import org.junit.jupiter.api.Test;

@Rule({"INC-043", "INC-062"})
class IncidentCourseTest {

    private static final Instant REPORT = at("2026-03-09T10:00");

    @Test
    void what_happened_after_the_moment_is_left_out() {
        var history = history(
                disruption(Priority.P2, AFAS, REPORT),
                new GiveFirstResponse(AGENT, at("2026-03-09T11:00")),
                new WaitForParty(Party.CUSTOMER, null, AFAS, at("2026-03-10T10:00")),
                new ResumeIncident(null, AFAS, at("2026-03-10T12:00")),
                new HandleIncident(AGENT, "Patched", AFAS, at("2026-04-05T10:00")));
        var then = course(history, at("2026-04-04T00:00"));
        assertEquals(State.OPEN, then.state());
        assertNull(then.handledAt());
        assertEquals(Verdict.MET, then.response().verdict());
        assertEquals(Verdict.NONE, then.recovery().verdict());
        assertEquals(Duration.ofHours(2), then.waited());
        var later = course(history, at("2026-04-06T00:00"));
        assertEquals(State.HANDLED, later.state());
        assertEquals(Verdict.MET, later.recovery().verdict());
    }

    @Test
    void a_miss_is_gone_when_the_deadline_is_set_anew() {
        var missed = history(
                disruption(Priority.P2, AFAS, REPORT),
                new NoticeMissedDeadline(ClockKind.RESPONSE, at("2026-03-10T10:00")));
        assertEquals(
                Verdict.MISSED,
                course(missed, at("2026-03-11T00:00")).response().verdict());
        var anew = history(
                disruption(Priority.P2, AFAS, REPORT),
                new NoticeMissedDeadline(ClockKind.RESPONSE, at("2026-03-10T10:00")),
                new PrioritiseIncident(Priority.P3, false, "Fewer users", AFAS, at("2026-03-10T11:00")),
                new GiveFirstResponse(AGENT, at("2026-03-10T12:00")));
        var course = course(anew, at("2026-03-11T00:00"));
        assertEquals("P3", course.priority());
        assertEquals(Verdict.MET, course.response().verdict());
    }

    @Test
    void what_was_not_reported_yet_does_not_count() {
        assertNull(IncidentCourse.of(history(disruption(Priority.P2, AFAS, REPORT)), REPORT.minusSeconds(1)));
    }

    private static IncidentCourse course(List<IncidentEvent> history, Instant asOf) {
        return Objects.requireNonNull(IncidentCourse.of(history, asOf));
    }
}
