package nl.waarborg.availability.measurement.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.waarborg.availability.measurement.domain.SystemMeasurement;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.domain.MeasuredTime;
import nl.waarborg.availability.system.domain.Component;

/** A component is watched whenever one of its production systems is (AVL-027); the coverage of each system stands in the view. */
@ApplicationScoped
public class MeasuredComponents implements MeasuredTime {

    private final SampledHours hours;
    private final MeasurementSettings settings;

    public MeasuredComponents(SampledHours hours, MeasurementSettings settings) {
        this.hours = hours;
        this.settings = settings;
    }

    @Override
    public List<Interval> of(String provider, Component component, Interval within) {
        var samples =
                hours.of(provider, component, new Interval(within.from().minus(SystemMeasurement.BEFORE), within.to()));
        return samples.stream().collect(Collectors.groupingBy(hour -> hour.of().systemId())).values().stream()
                .map(ofSystem -> SystemMeasurement.of(ofSystem, within, settings.holds()))
                .map(SystemMeasurement::measured)
                .flatMap(Collection::stream)
                .toList();
    }
}
