package nl.waarborg.processoragreement.securitytest.automation;

import java.time.LocalDate;
import java.util.List;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand.NoticeOverdueSecurityTest;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTests;
import nl.waarborg.processoragreement.securitytest.projection.SecurityTestsProjection;

/** A year without a test by an external party is recorded (XSV-047). */
public final class SecurityTestsFallDue {

    private SecurityTestsFallDue() {}

    public static List<DeadlineHandler> handlers(
            CommandHandler<SecurityTestCommand, SecurityTests, SecurityTestEvent> tests) {
        return List.of(new Reaction(SecurityTestsProjection.OVERDUE, due -> {
            var at = due.key().lastIndexOf('/');
            tests.handle(
                    due.stream(),
                    CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()),
                    new NoticeOverdueSecurityTest(
                            LocalDate.parse(due.key().substring(at + 1)),
                            due.key().substring(0, at)));
        }));
    }
}
