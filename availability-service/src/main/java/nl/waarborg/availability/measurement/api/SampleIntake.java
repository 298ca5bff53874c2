package nl.waarborg.availability.measurement.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.availability.measurement.domain.Fold;
import nl.waarborg.availability.measurement.domain.SampledHour.Of;
import nl.waarborg.availability.measurement.projection.MeasurementSettings;
import nl.waarborg.availability.measurement.projection.SampleRows;
import nl.waarborg.availability.measurement.projection.SampleRows.Samples;
import nl.waarborg.availability.measurement.projection.SampledSystems;
import nl.waarborg.availability.measurement.projection.SampledSystems.SampledSystem;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.inbound.PostedRows;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;

/** Takes samples in: all of an event or none, and says which systems are not known and which clocks run ahead. */
@ApplicationScoped
public class SampleIntake {

    /** So many faults are named. */
    private static final int MOST_FAULTS = 50;

    private final SampledSystems systems;
    private final InstantSource clock;
    private final Settings.Events settings;
    private final SampleRows rows;

    public SampleIntake(
            SampledSystems systems,
            InstantSource clock,
            Settings.Events settings,
            MonthBounds months,
            MeasurementSettings measurement) {
        this.systems = systems;
        this.clock = clock;
        this.settings = settings;
        this.rows = new SampleRows(months, measurement.correctAfter(), clock);
    }

    public PostedRows<PostedSamples, Samples> type() {
        return PostedRows.of(PostedSamples.TYPE, PostedSamples.class, this::read, rows);
    }

    private Samples read(CommandContext context, PostedSamples posted) {
        var latest = clock.instant().plus(settings.futureTolerance());
        var known = new HashMap<String, Optional<SampledSystem>>();
        var faults = new ArrayList<FieldError>();
        var owners = new HashMap<Object, Of>();
        var fold = new Fold();
        for (var i = 0; i < posted.samples().size() && faults.size() < MOST_FAULTS; i++) {
            var sample = posted.samples().get(i);
            var system = known.computeIfAbsent(sample.system(), name -> systems.find(posted.provider(), name));
            if (system.isEmpty()) {
                faults.add(fault(i, "system", "is no registered system of this vendor"));
            } else if (sample.at().isAfter(latest)) {
                faults.add(fault(
                        i,
                        "at",
                        "lies more than " + settings.futureTolerance() + " ahead: does the probe's clock run ahead?"));
            } else if (sample.up() && sample.error() != null) {
                faults.add(fault(i, "error", "is said of what is down only"));
            } else {
                var said = sample.environmentKind();
                var kind = said == null ? system.get().environmentKind() : said;
                var of = owners.computeIfAbsent(
                        Map.entry(sample.system(), kind),
                        key -> new Of(posted.provider(), sample.system(), kind, posted.probe()));
                fold.sample(of, sample.at(), sample.up(), sample.error());
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalidFields(List.copyOf(faults));
        }
        return new Samples(context.occurredAt(), fold.hours());
    }

    private static FieldError fault(int sample, String field, String message) {
        return new FieldError("/data/samples/" + sample + "/" + field, message);
    }
}
