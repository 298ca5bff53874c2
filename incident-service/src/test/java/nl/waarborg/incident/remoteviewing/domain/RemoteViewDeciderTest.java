package nl.waarborg.incident.remoteviewing.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand.ConsentRemoteControl;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand.EndRemoteView;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand.EnterRemoteViewCode;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand.IssueRemoteViewCode;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.CodeRefusal;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteControlConsented;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewCodeIssued;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewCodeRefused;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewEnded;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewStarted;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("INC-048")
class RemoteViewDeciderTest {

    private static final UUID SESSION = UUID.fromString("01900000-0000-7000-8000-0000000000f0");
    private static final UUID INCIDENT = UUID.fromString("01900000-0000-7000-8000-0000000000a0");
    private static final UUID AGENT = UUID.fromString("01900000-0000-7000-8000-0000000000b0");
    private static final UUID USER = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant EXPIRES = AT.plusSeconds(600);

    private final DeciderSpecification<RemoteViewCommand, RemoteViewSession, RemoteViewEvent> session =
            new DeciderSpecification<>(new RemoteViewDecider());

    private final RemoteViewCodeIssued issued =
            new RemoteViewCodeIssued(SESSION, INCIDENT, AGENT, "hash", EXPIRES, 2, AT);
    private final RemoteViewStarted started = new RemoteViewStarted(SESSION, INCIDENT, AGENT, USER, AT);
    private final RemoteControlConsented consented = new RemoteControlConsented(SESSION, INCIDENT, AGENT, USER, AT);

    private static RemoteViewCodeRefused refused(CodeRefusal reason, Instant at) {
        return new RemoteViewCodeRefused(SESSION, INCIDENT, reason, USER, at);
    }

    @Test
    void a_code_is_issued_for_an_open_incident_only() {
        session.given()
                .when(new IssueRemoteViewCode(SESSION, INCIDENT, AGENT, "hash", EXPIRES, 2, true, AT))
                .then(issued);
        session.given()
                .when(new IssueRemoteViewCode(SESSION, INCIDENT, AGENT, "hash", EXPIRES, 2, false, AT))
                .thenRejected("INC-048");
    }

    @Test
    void the_right_code_starts_the_session() {
        session.given(issued)
                .when(new EnterRemoteViewCode(SESSION, "hash", USER, AT))
                .then(started);
    }

    @Test
    void a_wrong_code_and_an_expired_code_are_refused_and_recorded() {
        session.given(issued)
                .when(new EnterRemoteViewCode(SESSION, "other", USER, AT))
                .thenRejected("INC-048", refused(CodeRefusal.WRONG_CODE, AT));
        session.given(issued)
                .when(new EnterRemoteViewCode(SESSION, "hash", USER, EXPIRES))
                .thenRejected("INC-048", refused(CodeRefusal.EXPIRED, EXPIRES));
    }

    @Test
    void after_the_last_attempt_even_the_right_code_is_refused() {
        session.given(issued, refused(CodeRefusal.WRONG_CODE, AT), refused(CodeRefusal.WRONG_CODE, AT))
                .when(new EnterRemoteViewCode(SESSION, "hash", USER, AT))
                .thenRejected("INC-048", refused(CodeRefusal.TOO_MANY_ATTEMPTS, AT));
    }

    @Test
    void control_is_given_by_the_user_while_viewing_and_not_before() {
        session.given(issued).when(new ConsentRemoteControl(SESSION, USER, AT)).thenRejected("INC-048");
        session.given(issued, started)
                .when(new ConsentRemoteControl(SESSION, USER, AT))
                .then(consented);
        session.given(issued, started, consented)
                .when(new ConsentRemoteControl(SESSION, USER, AT))
                .thenNothing();
    }

    @Test
    void an_ended_session_gives_nothing_more() {
        var ended = new RemoteViewEnded(SESSION, INCIDENT, AT);
        session.given(issued, started).when(new EndRemoteView(SESSION, AT)).then(ended);
        session.given(issued, started, ended)
                .when(new ConsentRemoteControl(SESSION, USER, AT))
                .thenRejected("INC-048");
        session.given(issued, started, ended)
                .when(new EnterRemoteViewCode(SESSION, "hash", USER, AT))
                .thenRejected("INC-048");
    }
}
