package nl.waarborg.availability.login.automation;

import jakarta.inject.Singleton;
import java.time.Instant;
import nl.waarborg.availability.login.domain.LoginAnomaly;
import nl.waarborg.availability.login.domain.LoginAnomalyCommand;
import nl.waarborg.availability.login.domain.LoginAnomalyCommand.DetectLoginAnomaly;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent;
import nl.waarborg.availability.login.domain.LoginSubject;
import nl.waarborg.availability.login.domain.UsualLogins.Direction;
import nl.waarborg.availability.login.domain.UsualLogins.Norm;
import nl.waarborg.availability.login.projection.LoginFacts;
import nl.waarborg.availability.login.projection.LoginFacts.Compared;
import nl.waarborg.availability.login.projection.LoginSchedule;
import nl.waarborg.availability.login.projection.LoginSettings;
import nl.waarborg.availability.login.storage.LoginEventTypes;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;

/** Compares an hour with the same hour of earlier weeks: the customer as a whole, and every account and address (AVL-030, OP-89). */
@Singleton
public class WhenHourEndedThenJudgeLogins implements DeadlineHandler {

    private final CommandHandler<LoginAnomalyCommand, LoginAnomaly, LoginAnomalyEvent> anomalies;
    private final LoginFacts facts;
    private final LoginSettings settings;

    public WhenHourEndedThenJudgeLogins(
            CommandHandler<LoginAnomalyCommand, LoginAnomaly, LoginAnomalyEvent> anomalies,
            LoginFacts facts,
            LoginSettings settings) {
        this.anomalies = anomalies;
        this.facts = facts;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return LoginSchedule.JUDGE;
    }

    @Override
    public void due(Deadline deadline) {
        var hour = Instant.parse(deadline.key());
        for (var compared : facts.compared(deadline.tenant(), hour, settings.weeks())) {
            judge(deadline, hour, compared);
        }
        facts.judged(deadline.tenant(), hour, settings.weeks());
    }

    private void judge(Deadline deadline, Instant hour, Compared compared) {
        var count = compared.count();
        var whole = count.subject() == LoginSubject.TENANT;
        compared.usual()
                .judge(
                        count.attempts(),
                        new Norm(
                                settings.leastWeeks(),
                                settings.factor(),
                                whole ? settings.minimum() : settings.subjectMinimum()))
                // One account or address that is used less is no sign of anything.
                .filter(direction -> whole || direction == Direction.HIGH)
                .ifPresent(direction -> {
                    var stream = LoginEventTypes.anomaly(deadline.tenant(), hour, count.subject(), count.pseudonym());
                    anomalies.handle(
                            stream,
                            CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                            new DetectLoginAnomaly(
                                    stream.id(),
                                    hour,
                                    direction,
                                    count.subject(),
                                    count.pseudonym(),
                                    count.attempts(),
                                    compared.usual().usual(),
                                    compared.usual().attempts().size(),
                                    deadline.due()));
                });
    }
}
