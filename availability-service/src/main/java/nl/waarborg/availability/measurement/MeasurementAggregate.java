package nl.waarborg.availability.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.availability.measurement.api.SampleIntake;
import nl.waarborg.availability.measurement.automation.WhenOutageSuspectedThenStart;
import nl.waarborg.availability.measurement.automation.WhenSampledThenLookForOutage;
import nl.waarborg.availability.measurement.automation.WhenSuspicionEndedThenEndOutage;
import nl.waarborg.availability.measurement.domain.SuspectedOutage;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand;
import nl.waarborg.availability.measurement.domain.SuspectedOutageDecider;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent;
import nl.waarborg.availability.measurement.projection.MeasurementSettings;
import nl.waarborg.availability.measurement.projection.SampledSystemsProjection;
import nl.waarborg.availability.measurement.projection.SuspectedOutagesProjection;
import nl.waarborg.availability.measurement.storage.MeasurementEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.inbound.PostedRows;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** Samples of monitors, and the outages that they suggest (AVL-002, AVL-009, AVL-027, AVL-033). */
@ApplicationScoped
class MeasurementAggregate implements Aggregate {

    private final SampleIntake samples;
    private final WhenSampledThenLookForOutage look;
    private final WhenOutageSuspectedThenStart start;
    private final WhenSuspicionEndedThenEndOutage end;
    private final MeasurementSettings settings;
    private final PersonalData personal;

    MeasurementAggregate(
            SampleIntake samples,
            WhenSampledThenLookForOutage look,
            WhenOutageSuspectedThenStart start,
            WhenSuspicionEndedThenEndOutage end,
            MeasurementSettings settings,
            PersonalData personal) {
        this.samples = samples;
        this.look = look;
        this.start = start;
        this.end = end;
        this.settings = settings;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SuspectedOutageCommand, SuspectedOutage, SuspectedOutageEvent> suspicions(
            CommandHandlers handlers) {
        return handlers.of(new SuspectedOutageDecider(), MeasurementEventTypes.SUSPICION_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(MeasurementEventTypes.SUSPICION_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new SampledSystemsProjection(), new SuspectedOutagesProjection(personal, settings.startOutages()));
    }

    @Override
    public List<PostedRows<?, ?>> postedRows() {
        return List.of(samples.type());
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(look, start, end);
    }
}
