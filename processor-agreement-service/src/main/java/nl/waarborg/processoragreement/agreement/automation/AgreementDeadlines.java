package nl.waarborg.processoragreement.agreement.automation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.EndAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.EndFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ExpireExitOption;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.StartFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.projection.AgreementDeadlinesProjection;

/** At midnight First Class starts or ends, an agreement ends, an exit option expires (XSV-014, XSV-016, XSV-023, XSV-024). */
public final class AgreementDeadlines {

    private AgreementDeadlines() {}

    public static List<DeadlineHandler> handlers(
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements) {
        return List.of(
                new OnDay(AgreementDeadlinesProjection.FIRST_CLASS_START, StartFirstClass::new, agreements),
                new OnDay(AgreementDeadlinesProjection.FIRST_CLASS_END, EndFirstClass::new, agreements),
                new OnDay(AgreementDeadlinesProjection.AGREEMENT_END, EndAgreement::new, agreements),
                new OnDay(AgreementDeadlinesProjection.EXIT_OPTION_END, ExpireExitOption::new, agreements));
    }

    /** The key of the deadline is the day that the command is about. */
    private record OnDay(
            String kind,
            Function<LocalDate, AgreementCommand> command,
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements)
            implements DeadlineHandler {

        @Override
        public void due(Deadline deadline) {
            agreements.handle(
                    deadline.stream(),
                    CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                    command.apply(LocalDate.parse(deadline.key())));
        }
    }
}
