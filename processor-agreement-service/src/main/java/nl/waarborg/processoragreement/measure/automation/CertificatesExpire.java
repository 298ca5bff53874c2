package nl.waarborg.processoragreement.measure.automation;

import java.time.LocalDate;
import java.util.List;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.processoragreement.measure.domain.Measure;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.NoticeExpiringCertificate;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent;
import nl.waarborg.processoragreement.measure.projection.MeasuresProjection;

/** A certificate that nears its last day is shown so (XSV-048). */
public final class CertificatesExpire {

    private CertificatesExpire() {}

    public static List<DeadlineHandler> handlers(CommandHandler<MeasureCommand, Measure, MeasureEvent> measures) {
        return List.of(new Reaction(
                MeasuresProjection.EXPIRING,
                due -> measures.handle(
                        due.stream(),
                        CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()),
                        new NoticeExpiringCertificate(LocalDate.parse(due.key())))));
    }
}
