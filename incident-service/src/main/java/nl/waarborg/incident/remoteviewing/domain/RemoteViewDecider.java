package nl.waarborg.incident.remoteviewing.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
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
import nl.waarborg.incident.remoteviewing.domain.RemoteViewSession.CodeIssued;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewSession.Ended;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewSession.NoSession;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewSession.Viewing;

/** INC-048. */
public final class RemoteViewDecider implements Decider<RemoteViewCommand, RemoteViewSession, RemoteViewEvent> {

    private static final String RULE = "INC-048";

    @Override
    public RemoteViewSession initialState() {
        return new NoSession();
    }

    @Override
    public Decision<RemoteViewEvent> decide(RemoteViewCommand command, RemoteViewSession session) {
        return switch (command) {
            case IssueRemoteViewCode c -> issue(c, session);
            case EnterRemoteViewCode c -> enter(c, session);
            case ConsentRemoteControl c -> consent(c, session);
            case EndRemoteView c -> end(c, session);
        };
    }

    private static Decision<RemoteViewEvent> issue(IssueRemoteViewCode c, RemoteViewSession session) {
        return switch (session) {
            case NoSession _
            when !c.incidentOpen() ->
                Decision.reject(RULE, "incident-not-open", "A code is issued for an open incident.");
            case NoSession _ ->
                Decision.of(new RemoteViewCodeIssued(
                        c.sessionId(), c.incidentId(), c.agentId(), c.codeHash(), c.expiresAt(), c.attempts(), c.at()));
            case CodeIssued _, Viewing _, Ended _ -> Decision.nothing();
        };
    }

    private static Decision<RemoteViewEvent> enter(EnterRemoteViewCode c, RemoteViewSession session) {
        return switch (session) {
            case CodeIssued issued
            when issued.attemptsLeft() <= 0 ->
                refuse(c, issued, CodeRefusal.TOO_MANY_ATTEMPTS, "too-many-attempts", "The code is locked.");
            case CodeIssued issued
            when !c.at().isBefore(issued.expiresAt()) ->
                refuse(c, issued, CodeRefusal.EXPIRED, "code-expired", "The code has expired.");
            case CodeIssued issued
            when !issued.codeHash().equals(c.codeHash()) ->
                refuse(c, issued, CodeRefusal.WRONG_CODE, "wrong-code", "The code is wrong.");
            case CodeIssued issued ->
                Decision.of(new RemoteViewStarted(
                        c.sessionId(), issued.incidentId(), issued.agentId(), c.personId(), c.at()));
            case Viewing _ -> Decision.nothing();
            case NoSession _, Ended _ -> noSession();
        };
    }

    private static Decision<RemoteViewEvent> refuse(
            EnterRemoteViewCode c, CodeIssued issued, CodeRefusal reason, String code, String message) {
        Decision<RemoteViewEvent> refused = Decision.of(
                new RemoteViewCodeRefused(c.sessionId(), issued.incidentId(), reason, c.personId(), c.at()));
        return refused.rejecting(RULE, code, message);
    }

    private static Decision<RemoteViewEvent> consent(ConsentRemoteControl c, RemoteViewSession session) {
        return switch (session) {
            case Viewing viewing when viewing.controlConsented() -> Decision.nothing();
            case Viewing viewing ->
                Decision.of(new RemoteControlConsented(
                        c.sessionId(), viewing.incidentId(), viewing.agentId(), c.personId(), c.at()));
            case CodeIssued _ ->
                Decision.reject(RULE, "not-viewing", "Control can be given once the session has started.");
            case NoSession _, Ended _ -> noSession();
        };
    }

    private static Decision<RemoteViewEvent> end(EndRemoteView c, RemoteViewSession session) {
        return switch (session) {
            case CodeIssued issued -> Decision.of(new RemoteViewEnded(c.sessionId(), issued.incidentId(), c.at()));
            case Viewing viewing -> Decision.of(new RemoteViewEnded(c.sessionId(), viewing.incidentId(), c.at()));
            case Ended _ -> Decision.nothing();
            case NoSession _ -> noSession();
        };
    }

    private static Decision<RemoteViewEvent> noSession() {
        return Decision.reject(RULE, "no-session", "There is no such session.");
    }

    @Override
    public RemoteViewSession evolve(RemoteViewSession session, RemoteViewEvent event) {
        return switch (event) {
            case RemoteViewCodeIssued e ->
                new CodeIssued(e.incidentId(), e.agentId(), e.codeHash(), e.expiresAt(), e.attempts());
            case RemoteViewCodeRefused _ ->
                session instanceof CodeIssued issued
                        ? new CodeIssued(
                                issued.incidentId(),
                                issued.agentId(),
                                issued.codeHash(),
                                issued.expiresAt(),
                                issued.attemptsLeft() - 1)
                        : session;
            case RemoteViewStarted e -> new Viewing(e.incidentId(), e.agentId(), false);
            case RemoteControlConsented e -> new Viewing(e.incidentId(), e.agentId(), true);
            case RemoteViewEnded _ -> new Ended();
        };
    }
}
