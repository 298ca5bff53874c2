package nl.waarborg.availability.month.automation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.waarborg.availability.month.domain.AvailabilityFigures;
import nl.waarborg.availability.month.domain.BurnRate;
import nl.waarborg.availability.month.domain.BurnRate.Window;
import nl.waarborg.availability.month.domain.BurnRateAlert;
import nl.waarborg.availability.month.domain.BurnRateCommand;
import nl.waarborg.availability.month.domain.BurnRateCommand.EvaluateBurnRate;
import nl.waarborg.availability.month.domain.BurnRateEvent;
import nl.waarborg.availability.month.domain.BurnRateEvent.Burning;
import nl.waarborg.availability.month.domain.Fraction;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.projection.BurnRateSchedule;
import nl.waarborg.availability.month.projection.MonthDeadlines;
import nl.waarborg.availability.month.projection.MonthlyAvailability;
import nl.waarborg.availability.outage.domain.OutageTimes;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;

/** Looks how fast downtime uses the error budget, while there is some (AVL-003, AVL-027). */
public final class WhenBudgetBurnsThenAlert implements DeadlineHandler {

    private final CommandHandler<BurnRateCommand, BurnRateAlert, BurnRateEvent> alerts;
    private final MonthlyAvailability availability;
    private final BurnRateSchedule schedule;
    private final BurnRateSettings settings;
    private final InstantSource clock;

    public WhenBudgetBurnsThenAlert(
            CommandHandler<BurnRateCommand, BurnRateAlert, BurnRateEvent> alerts,
            MonthlyAvailability availability,
            BurnRateSchedule schedule,
            BurnRateSettings settings,
            InstantSource clock) {
        this.alerts = alerts;
        this.availability = availability;
        this.schedule = schedule;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return MonthDeadlines.EVALUATE_BURN_RATE;
    }

    @Override
    public void due(Deadline deadline) {
        var provider = deadline.key();
        // After a long stop it is looked at once, as of now: an alert of yesterday helps nobody.
        var now = OutageTimes.second(clock.instant());
        alerts.handle(
                deadline.stream(),
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, now),
                new EvaluateBurnRate(provider, burning(provider, now), now));
        var longest = settings.pairs().stream()
                .map(BurnRateSettings.Pair::longWindow)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (schedule.downSince(provider, now.minus(longest))) {
            schedule.lookAgain(provider, now.plus(settings.every()));
        }
    }

    private List<Burning> burning(String provider, Instant now) {
        var burning = new ArrayList<Burning>();
        for (var pair : settings.pairs()) {
            var longWindow = figures(provider, now, pair.longWindow());
            var shortWindow = figures(provider, now, pair.shortWindow());
            var floor = longWindow.floor();
            if (floor != null
                    && floor.compareTo(BigDecimal.valueOf(100)) < 0
                    && BurnRate.of(floor, window(shortWindow), window(longWindow))
                            .alerts(pair.factor())) {
                burning.add(new Burning(
                        pair.longWindow().toSeconds(), pair.shortWindow().toSeconds(), pair.factor()));
            }
        }
        return burning;
    }

    private AvailabilityFigures figures(String provider, Instant now, Duration window) {
        return availability
                .ofPlatform(provider, new Interval(now.minus(window), now))
                .orElseThrow(() -> new IllegalStateException("no vendor " + provider));
    }

    /** Counted downtime as the mean of the components: known outages burn whether or not a monitor watched. */
    private static Window window(AvailabilityFigures figures) {
        var components =
                Math.max(1, figures.components().size() + figures.notMeasured().size());
        return new Window(
                Duration.between(figures.from(), figures.to()).toSeconds(),
                Fraction.of(figures.downSeconds(), components));
    }
}
