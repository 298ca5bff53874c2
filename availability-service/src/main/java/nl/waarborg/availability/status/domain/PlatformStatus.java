package nl.waarborg.availability.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.terms.calendar.LocalMonth;

/**
 * All that the public may know of one vendor's platform, as the database said it at one moment.
 *
 * @param provider the vendor, such as {@code afas}
 * @param readAt when it was read, UTC
 * @param components of production, in order
 * @param notices the newest first
 * @param months closed months, the newest first
 * @param measured the latest local days on which a monitor said anything, by component
 */
public record PlatformStatus(
        String provider,
        Instant readAt,
        List<Component> components,
        List<StatusNotice> notices,
        List<MonthFigure> months,
        Map<Component, Set<LocalDate>> measured) {

    public PlatformStatus {
        components = List.copyOf(components);
        notices = List.copyOf(notices);
        months = List.copyOf(months);
        measured = Map.copyOf(measured);
    }

    /** The same facts, found unchanged later. */
    public PlatformStatus confirmedAt(Instant moment) {
        return new PlatformStatus(provider, moment, components, notices, months, measured);
    }

    public List<StatusNotice> activeOutages() {
        return notices.stream()
                .filter(notice -> notice.kind().outage() && notice.active())
                .toList();
    }

    public List<StatusNotice> activeMaintenance() {
        return notices.stream()
                .filter(notice -> !notice.kind().outage() && notice.active())
                .toList();
    }

    /** The nearest first. */
    public List<StatusNotice> planned() {
        return notices.stream()
                .filter(StatusNotice::planned)
                .sorted(Comparator.comparing(StatusNotice::startsAt))
                .toList();
    }

    public Optional<StatusNotice> notice(UUID id) {
        return notices.stream().filter(notice -> notice.noticeId().equals(id)).findFirst();
    }

    /** What is over, or was called off, and began at or after the given moment. */
    public List<StatusNotice> pastSince(Instant moment) {
        return notices.stream()
                .filter(notice -> !notice.active() && !notice.planned())
                .filter(notice -> !notice.startsAt().isBefore(moment))
                .toList();
    }

    /** The oldest first, as a month is told. */
    public List<StatusNotice> within(YearMonth month, ZoneId zone) {
        var bounds = new LocalMonth(month, zone);
        return notices.stream()
                .filter(notice -> notice.overlaps(bounds.start(), bounds.end(), readAt))
                .sorted(Comparator.comparing(StatusNotice::startsAt))
                .toList();
    }

    public Optional<MonthFigure> figure(YearMonth month) {
        return months.stream().filter(figure -> figure.month().equals(month)).findFirst();
    }

    public ComponentState state(Component component) {
        return notices.stream()
                .filter(notice -> notice.active() && notice.components().contains(component))
                .map(notice -> notice.stretches(readAt).getLast().state())
                .reduce(ComponentState.OPERATIONAL, ComponentState::worse);
    }

    /** Whether its monitors still say anything, so that its state is more than silence. */
    public boolean watched(Component component, ZoneId zone) {
        var today = LocalDate.ofInstant(readAt, zone);
        var days = measured.getOrDefault(component, Set.of());
        return days.contains(today) || days.contains(today.minusDays(1));
    }

    /** The last days up to and with the day of reading, the oldest first. */
    public List<DayState> days(Component component, int count, ZoneId zone) {
        var last = LocalDate.ofInstant(readAt, zone);
        var touching = notices.stream()
                .filter(notice -> notice.touched() && notice.components().contains(component))
                .toList();
        return Stream.iterate(last.minusDays(count - 1L), day -> day.plusDays(1))
                .limit(count)
                .map(day -> day(day, measured.getOrDefault(component, Set.of()).contains(day), touching, zone))
                .toList();
    }

    private DayState day(LocalDate day, boolean watched, List<StatusNotice> touching, ZoneId zone) {
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        var until = to.isBefore(readAt) ? to : readAt;
        var outages = new ArrayList<Span>();
        var maintenance = new ArrayList<Span>();
        var worst = ComponentState.OPERATIONAL;
        for (var notice : touching) {
            for (var stretch : notice.stretches(readAt)) {
                if (stretch.overlaps(from, to)) {
                    worst = worst.worse(stretch.state());
                    var spans = stretch.state() == ComponentState.MAINTENANCE ? maintenance : outages;
                    spans.add(new Span(later(stretch.from(), from), earlier(stretch.to(), until)));
                }
            }
        }
        return new DayState(day, worst, watched, Duration.between(from, until), covered(outages), covered(maintenance));
    }

    private record Span(Instant from, Instant to) {}

    /** Overlapping spans count once. */
    private static Duration covered(Collection<Span> spans) {
        var total = Duration.ZERO;
        var reached = Instant.MIN;
        for (var span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            var from = later(span.from(), reached);
            if (span.to().isAfter(from)) {
                total = total.plus(Duration.between(from, span.to()));
                reached = span.to();
            }
        }
        return total;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
