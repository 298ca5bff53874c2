package nl.waarborg.availability.performance.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.waarborg.availability.performance.api.PostedResponseTimes.PostedResponseTime;
import nl.waarborg.availability.performance.domain.MeasuredFunction;
import nl.waarborg.availability.performance.domain.MeasuredFunction.Adaptation;
import nl.waarborg.availability.performance.domain.MeasuredFunction.DataVolume;
import nl.waarborg.availability.performance.domain.MeasuredFunction.MeasuredFrom;
import nl.waarborg.availability.performance.projection.PerformanceMonths;
import nl.waarborg.availability.performance.projection.ResponseTimeRows;
import nl.waarborg.availability.performance.projection.ResponseTimeRows.ResponseTimes;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.PostedRows;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Tenants;

/** Takes response times in: all of an event or none. */
@ApplicationScoped
public class ResponseTimeIntake {

    /** So many faults are named. */
    private static final int MOST_FAULTS = 50;

    private final Tenants tenants;
    private final PerformanceMonths months;
    private final InstantSource clock;
    private final Settings.Events settings;

    public ResponseTimeIntake(
            Tenants tenants, PerformanceMonths months, InstantSource clock, Settings.Events settings) {
        this.tenants = tenants;
        this.months = months;
        this.clock = clock;
        this.settings = settings;
    }

    public PostedRows<PostedResponseTimes, ResponseTimes> type() {
        return PostedRows.of(
                PostedResponseTimes.TYPE, PostedResponseTimes.class, this::read, new ResponseTimeRows(months));
    }

    private ResponseTimes read(CommandContext context, PostedResponseTimes posted) {
        var latest = clock.instant().plus(settings.futureTolerance());
        var faults = new ArrayList<FieldError>();
        var times = new ResponseTimes(context.occurredAt());
        for (var i = 0; i < posted.samples().size() && faults.size() < MOST_FAULTS; i++) {
            var sample = posted.samples().get(i);
            var tenant = sample.tenant();
            if (sample.at().isAfter(latest)) {
                faults.add(fault(
                        i,
                        "at",
                        "lies more than " + settings.futureTolerance()
                                + " ahead: does the monitor's clock run ahead?"));
            } else if (tenant != null
                    && !tenants.provider(tenant).map(posted.provider()::equals).orElse(false)) {
                faults.add(fault(i, "tenant", "is no customer of this vendor"));
            } else {
                var of = of(posted.provider(), sample);
                var day = LocalDate.ofInstant(sample.at(), months.zone());
                if (sample.milliseconds() == null) {
                    times.failed(of, day);
                } else {
                    times.answered(of, day, sample.milliseconds());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalidFields(List.copyOf(faults));
        }
        return times;
    }

    private static MeasuredFunction of(String provider, PostedResponseTime sample) {
        return new MeasuredFunction(
                provider,
                sample.function(),
                Objects.requireNonNullElse(sample.environmentKind(), EnvironmentKind.PRODUCTION),
                Objects.requireNonNullElse(sample.tenant(), StreamId.PLATFORM),
                Objects.requireNonNullElse(sample.dataVolume(), DataVolume.UNKNOWN),
                Objects.requireNonNullElse(sample.configuration(), Adaptation.UNKNOWN),
                Objects.requireNonNullElse(sample.userSettings(), Adaptation.UNKNOWN),
                Objects.requireNonNullElse(sample.measuredFrom(), MeasuredFrom.VENDOR_SIDE));
    }

    private static FieldError fault(int sample, String field, String message) {
        return new FieldError("/data/samples/" + sample + "/" + field, message);
    }
}
