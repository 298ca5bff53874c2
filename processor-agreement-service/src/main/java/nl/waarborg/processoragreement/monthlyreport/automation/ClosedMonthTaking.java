package nl.waarborg.processoragreement.monthlyreport.automation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.monthlyreport.domain.ClosedMonth;
import nl.waarborg.processoragreement.monthlyreport.domain.ServiceTaken;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.Facts;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.MakeReport;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportCommand.TakeClosedMonth;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReports;
import nl.waarborg.processoragreement.monthlyreport.projection.PromisedReports;
import nl.waarborg.processoragreement.monthlyreport.projection.ServicesTaken;
import nl.waarborg.processoragreement.training.domain.Training;
import nl.waarborg.processoragreement.training.domain.TrainingCommand;
import nl.waarborg.processoragreement.training.domain.TrainingEvent;

/** Hands a closed month over with what is known here of the same month. */
public final class ClosedMonthTaking {

    private final CommandHandler<SlaReportCommand, SlaReports, SlaReportEvent> reports;
    private final CommandHandler<TrainingCommand, Training, TrainingEvent> trainings;
    private final PromisedReports promised;
    private final ServicesTaken services;

    public ClosedMonthTaking(
            CommandHandler<SlaReportCommand, SlaReports, SlaReportEvent> reports,
            CommandHandler<TrainingCommand, Training, TrainingEvent> trainings,
            PromisedReports promised,
            ServicesTaken services) {
        this.reports = reports;
        this.trainings = trainings;
        this.promised = promised;
        this.services = services;
    }

    /** A platform's own month, and that of a customer without such a report in its terms, is of no use here. */
    void take(UUID tenant, CommandContext context, ClosedMonth month) {
        if (!tenant.equals(StreamId.PLATFORM) && promised.inTerms(tenant, month.month())) {
            reports.handle(
                    SlaReports.stream(tenant), context, new TakeClosedMonth(month, facts(tenant, month.month())));
        }
    }

    /** First Class that is entered late gets the reports of the months that were closed meanwhile. */
    public void makeMissing(UUID tenant, YearMonth first, Instant now) {
        var stream = SlaReports.stream(tenant);
        for (var month : reports.state(stream).closedFrom(first)) {
            reports.handle(
                    stream,
                    CommandContext.of(tenant, Actor.SCHEDULER, now),
                    new MakeReport(month, facts(tenant, month), now));
        }
    }

    private Facts facts(UUID tenant, YearMonth month) {
        return new Facts(
                promised.sections(tenant, month),
                Stream.concat(services.delivered(tenant, month).stream(), trainings(tenant, month).stream())
                        .sorted(ServiceTaken.BY_DAY)
                        .toList());
    }

    private List<ServiceTaken> trainings(UUID tenant, YearMonth month) {
        return trainings.state(Training.stream(tenant)).bookings().stream()
                .filter(booking -> booking.startsOn().getYear() == month.getYear()
                        && !booking.startsOn().isAfter(month.atEndOfMonth()))
                .map(booking -> new ServiceTaken(ServiceTaken.Kind.TRAINING, booking.title(), booking.startsOn(), null))
                .toList();
    }
}
