package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.measure.MeasureSettings;
import nl.waarborg.processoragreement.measure.automation.CertificatesExpire;
import nl.waarborg.processoragreement.measure.domain.Measure;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand;
import nl.waarborg.processoragreement.measure.domain.MeasureDecider;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent;
import nl.waarborg.processoragreement.measure.projection.MeasuresProjection;
import nl.waarborg.processoragreement.measure.storage.MeasureEventTypes;

/** Security measures and certificates (PRA-032 to PRA-034, XSV-048). Nothing of them leaves the service. */
@ApplicationScoped
class MeasureAggregate implements Aggregate {

    private final CommandHandler<MeasureCommand, Measure, MeasureEvent> measures;
    private final MeasureSettings settings;

    MeasureAggregate(CommandHandler<MeasureCommand, Measure, MeasureEvent> measures, MeasureSettings settings) {
        this.measures = measures;
        this.settings = settings;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<MeasureCommand, Measure, MeasureEvent> measures(CommandHandlers handlers) {
        return handlers.of(new MeasureDecider(), MeasureEventTypes.MEASURE_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(MeasureEventTypes.MEASURE_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new MeasuresProjection(settings.warnBefore()));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return CertificatesExpire.handlers(measures);
    }
}
