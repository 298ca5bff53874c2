package nl.waarborg.availability.login.domain;

import nl.waarborg.availability.login.domain.LoginAnomaly.Detected;
import nl.waarborg.availability.login.domain.LoginAnomaly.Investigated;
import nl.waarborg.availability.login.domain.LoginAnomaly.NotDetected;
import nl.waarborg.availability.login.domain.LoginAnomalyCommand.DetectLoginAnomaly;
import nl.waarborg.availability.login.domain.LoginAnomalyCommand.InvestigateLoginAnomaly;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyDetected;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyInvestigated;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-030: what is abnormal is investigated, once. */
public final class LoginAnomalyDecider implements Decider<LoginAnomalyCommand, LoginAnomaly, LoginAnomalyEvent> {

    private static final String RULE = "AVL-030";

    @Override
    public LoginAnomaly initialState() {
        return new NotDetected();
    }

    @Override
    public Decision<LoginAnomalyEvent> decide(LoginAnomalyCommand command, LoginAnomaly anomaly) {
        return switch (command) {
            case DetectLoginAnomaly c ->
                switch (anomaly) {
                    case NotDetected _ ->
                        Decision.of(new LoginAnomalyDetected(
                                c.anomalyId(),
                                c.hour(),
                                c.direction(),
                                c.subject(),
                                c.pseudonym(),
                                c.attempts(),
                                c.usual(),
                                c.weeks(),
                                c.at()));
                    case Detected _, Investigated _ -> Decision.nothing();
                };
            case InvestigateLoginAnomaly c ->
                switch (anomaly) {
                    case Detected detected ->
                        Decision.of(new LoginAnomalyInvestigated(
                                c.anomalyId(),
                                detected.hour(),
                                detected.direction(),
                                detected.subject(),
                                c.conclusion(),
                                c.securityIncidentId(),
                                c.by(),
                                c.at()));
                    case NotDetected _ ->
                        Decision.reject(RULE, "anomaly-not-detected", "No such anomaly was detected.");
                    case Investigated _ ->
                        Decision.reject(RULE, "anomaly-investigated", "This anomaly was investigated before.");
                };
        };
    }

    @Override
    public LoginAnomaly evolve(LoginAnomaly anomaly, LoginAnomalyEvent event) {
        return switch (event) {
            case LoginAnomalyDetected e -> new Detected(e.hour(), e.direction(), e.subject());
            case LoginAnomalyInvestigated _ -> new Investigated();
        };
    }
}
