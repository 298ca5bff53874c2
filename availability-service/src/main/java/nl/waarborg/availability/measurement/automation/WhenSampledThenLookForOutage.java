package nl.waarborg.availability.measurement.automation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.waarborg.availability.measurement.domain.DownRun;
import nl.waarborg.availability.measurement.domain.SuspectedOutage;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand.NoticeSystemDown;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand.NoticeSystemUp;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent;
import nl.waarborg.availability.measurement.domain.SystemMeasurement;
import nl.waarborg.availability.measurement.projection.MeasurementSettings;
import nl.waarborg.availability.measurement.projection.SampleRows;
import nl.waarborg.availability.measurement.projection.SampledHours;
import nl.waarborg.availability.measurement.projection.SampledSystems;
import nl.waarborg.availability.measurement.projection.SuspectedOutages;
import nl.waarborg.availability.measurement.projection.SuspectedOutages.Suspicion;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;

/** Looks at a system's latest samples: is every probe down, or is one up again? (AVL-027) */
@Singleton
public class WhenSampledThenLookForOutage implements DeadlineHandler {

    private final CommandHandler<SuspectedOutageCommand, SuspectedOutage, SuspectedOutageEvent> suspicions;
    private final SuspectedOutages suspected;
    private final SampledSystems systems;
    private final SampledHours hours;
    private final MeasurementSettings settings;

    public WhenSampledThenLookForOutage(
            CommandHandler<SuspectedOutageCommand, SuspectedOutage, SuspectedOutageEvent> suspicions,
            SuspectedOutages suspected,
            SampledSystems systems,
            SampledHours hours,
            MeasurementSettings settings) {
        this.suspicions = suspicions;
        this.suspected = suspected;
        this.systems = systems;
        this.hours = hours;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return SampleRows.LOOK;
    }

    @Override
    public void due(Deadline deadline) {
        var separator = deadline.key().indexOf('/');
        var provider = deadline.key().substring(0, separator);
        var system = deadline.key().substring(separator + 1);
        var known = systems.find(provider, system);
        var last = hours.last(provider, system, EnvironmentKind.PRODUCTION);
        if (known.isEmpty() || last.isEmpty()) {
            return;
        }
        // Two hours: a run must not be cut off by the turn of the hour.
        var span =
                new Interval(last.get().minus(Duration.ofHours(1)), last.get().plus(Duration.ofHours(1)));
        var run = DownRun.of(
                hours.of(provider, system, EnvironmentKind.PRODUCTION, span),
                span,
                settings.suspectAfter(),
                settings.holds());
        var at = deadline.due();
        run.<SuspectedOutageCommand>map(down -> new NoticeSystemDown(
                        UuidCreator.getTimeOrderedEpoch(),
                        provider,
                        system,
                        known.get().component(),
                        down,
                        at))
                .or(() -> upAt(provider, system, span.to()).map(upAt -> new NoticeSystemUp(upAt, at)))
                .ifPresent(command -> suspicions.handle(
                        deadline.stream(), CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, at), command));
    }

    /** The first second after the suspicion began in which a probe said up; empty while none did, or nothing is suspected. */
    private Optional<Instant> upAt(String provider, String system, Instant end) {
        return suspected
                .open(provider, system)
                .map(Suspicion::since)
                .filter(since -> since.isBefore(end))
                .flatMap(since -> {
                    var needed = new Interval(since.minus(SystemMeasurement.BEFORE), end);
                    var measured = SystemMeasurement.of(
                            hours.of(provider, system, EnvironmentKind.PRODUCTION, needed),
                            new Interval(since, end),
                            settings.holds());
                    // A probe that was late may say that it was up all the time: what was suspected lasted its first
                    // second.
                    return measured.up().stream()
                            .map(Interval::from)
                            .map(from -> from.isAfter(since) ? from : since.plusSeconds(1))
                            .findFirst();
                });
    }
}
