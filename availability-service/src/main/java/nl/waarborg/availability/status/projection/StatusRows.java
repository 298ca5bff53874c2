package nl.waarborg.availability.status.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.availability.month.domain.ComponentTime;
import nl.waarborg.availability.month.domain.Fraction;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.projection.FiguresJson;
import nl.waarborg.availability.status.domain.ComponentFigure;
import nl.waarborg.availability.status.domain.MonthFigure;
import nl.waarborg.availability.status.domain.NoticeKind;
import nl.waarborg.availability.status.domain.NoticeState;
import nl.waarborg.availability.status.domain.NoticeUpdate;
import nl.waarborg.availability.status.domain.PlatformStatus;
import nl.waarborg.availability.status.domain.StatusNotice;
import nl.waarborg.availability.status.domain.UpdateKind;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.terms.AgreedCalendars;
import org.jspecify.annotations.Nullable;

/** Reads what is public anyway, for everyone at once: by the writer, that no caller's scope narrows. */
@ApplicationScoped
public class StatusRows {

    private static final String VERSIONS = "select provider, version from status_change";
    private static final String COMPONENTS =
            "select distinct component from status_system where provider = ? and production";
    // What goes on or is still to come is shown however old it is.
    private static final String NEWEST =
            """
            (select * from status_notice where provider = ? and starts_at >= ? order by starts_at desc limit ?)
            union
            select * from status_notice where provider = ? and state in ('ACTIVE', 'PLANNED')""";
    private static final String NOTICES = "select * from (" + NEWEST + ") n order by starts_at desc, notice_id";
    private static final String UPDATES = "select u.* from status_notice_update u join (" + NEWEST
            + ") n on n.notice_id = u.notice_id order by u.at, u.event_id";
    private static final String MONTHS =
            """
            select m.month, m.latest::text as latest, m.latest -> 'availability' is distinct from m.figures -> 'availability'
                or m.latest -> 'components' is distinct from m.figures -> 'components' as corrected
            from availability_month m where m.provider = ? and m.tenant_id = ? and m.month >= ? order by m.month desc""";
    // A look into the index for each system and day: samples are many.
    private static final String MEASURED =
            """
            select distinct s.component, d.day::date as day
            from sampled_system s cross join generate_series(?::date, ?::date, interval '1 day') as d (day)
            where s.provider = ? and exists (select from sample_hour h
                where h.provider = s.provider and h.system_id = s.system_id and h.environment_kind = 'PRODUCTION'
                    and h.hour >= d.day at time zone ? and h.hour < (d.day + interval '1 day') at time zone ?)""";

    private static final String TOLD =
            """
            select n.* from status_notice n join status_notice_update u on u.notice_id = n.notice_id
            where u.event_id = ?""";
    private static final String UPDATES_OF =
            "select * from status_notice_update where notice_id = ? order by at, event_id";

    private final Rows rows;

    public StatusRows(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** A number per vendor that grows with every change; a vendor of whom nothing was ever said has none. */
    public Map<String, Long> versions() {
        record Version(String provider, long number) {}
        return rows
                .list(
                        VERSIONS,
                        row -> new Version(
                                row.text("provider"), row.decimal("version").longValueExact()))
                .stream()
                .collect(Collectors.toMap(Version::provider, Version::number));
    }

    /**
     * @param promised components that the vendor's agreement names; they are shown even before a system of theirs is registered
     * @param since notices that began earlier are left out
     * @param most notices, the newest
     * @param measuredDays how many days back it is told whether anything was measured
     * @param now the moment of reading
     */
    public PlatformStatus read(
            String provider, Set<Component> promised, Instant since, int most, int measuredDays, Instant now) {
        var shown = EnumSet.noneOf(Component.class);
        shown.addAll(promised);
        shown.addAll(rows.list(COMPONENTS, row -> Component.valueOf(row.text("component")), provider));
        record Word(UUID notice, NoticeUpdate update) {}
        var updates = rows
                .list(UPDATES, row -> new Word(row.uuid("notice_id"), update(row)), provider, since, most, provider)
                .stream()
                .collect(Collectors.groupingBy(Word::notice, Collectors.mapping(Word::update, Collectors.toList())));
        var notices = rows.list(
                NOTICES,
                row -> notice(row, updates.getOrDefault(row.uuid("notice_id"), List.of())),
                provider,
                since,
                most,
                provider);
        return new PlatformStatus(
                provider,
                now,
                List.copyOf(shown),
                notices,
                months(provider, List.copyOf(shown), since),
                measured(provider, measuredDays, now));
    }

    /** Of the platform as a whole, as it stands after corrections. */
    private List<MonthFigure> months(String provider, List<Component> components, Instant since) {
        return rows.list(
                MONTHS,
                row -> {
                    var figures = FiguresJson.read(row.text("latest"));
                    return new MonthFigure(
                            YearMonth.from(row.date("month")),
                            plain(figures.availability()),
                            plain(figures.floor()),
                            figures.floorMet(),
                            figures.outageCount(),
                            figures.maintenanceCount(),
                            row.flag("corrected"),
                            components.stream()
                                    .map(component -> new ComponentFigure(
                                            component,
                                            plain(Optional.ofNullable(
                                                            figures.components().get(component))
                                                    .flatMap(ComponentTime::contractual)
                                                    .map(Fraction::percent)
                                                    .orElse(null))))
                                    .toList());
                },
                provider,
                StreamId.PLATFORM,
                LocalDate.ofInstant(since, AgreedCalendars.ZONE));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private Map<Component, Set<LocalDate>> measured(String provider, int days, Instant now) {
        record Watched(Component component, LocalDate day) {}
        var today = LocalDate.ofInstant(now, AgreedCalendars.ZONE);
        var zone = AgreedCalendars.ZONE.getId();
        return rows
                .list(
                        MEASURED,
                        row -> new Watched(Component.valueOf(row.text("component")), row.date("day")),
                        today.minusDays(days - 1L),
                        today,
                        provider,
                        zone,
                        zone)
                .stream()
                .collect(Collectors.groupingBy(
                        Watched::component, Collectors.mapping(Watched::day, Collectors.toUnmodifiableSet())));
    }

    /** A notice as it stands now, and the one word about it that an event was. */
    public record Told(String provider, StatusNotice notice, NoticeUpdate update) {}

    /** Empty if the event told the public nothing. */
    public Optional<Told> told(UUID event) {
        return rows.first(
                TOLD,
                row -> {
                    var updates = rows.list(UPDATES_OF, StatusRows::update, row.uuid("notice_id"));
                    var word = updates.stream()
                            .filter(update -> update.eventId().equals(event))
                            .findFirst()
                            .orElseThrow();
                    return new Told(row.text("provider"), notice(row, updates), word);
                },
                event);
    }

    private static StatusNotice notice(Row row, List<NoticeUpdate> updates) throws SQLException {
        var plannedFrom = row.optionalInstant("planned_from");
        return new StatusNotice(
                row.uuid("notice_id"),
                NoticeKind.valueOf(row.text("kind")),
                NoticeState.valueOf(row.text("state")),
                Arrays.stream(row.text("components").split(",", -1))
                        .filter(name -> !name.isEmpty())
                        .map(Component::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.flag("partial"),
                row.optionalText("text"),
                row.instant("starts_at"),
                row.optionalInstant("planned_end_at"),
                plannedFrom == null ? null : new Interval(plannedFrom, row.instant("planned_to")),
                row.optionalInstant("ended_at"),
                row.optionalInstant("expected_recovery_at"),
                row.optionalInstant("next_update_at"),
                updates);
    }

    private static NoticeUpdate update(Row row) throws SQLException {
        return new NoticeUpdate(
                row.uuid("event_id"),
                UpdateKind.valueOf(row.text("kind")),
                row.instant("at"),
                row.optionalText("message"),
                row.optionalInstant("expected_recovery_at"),
                row.optionalInstant("next_update_at"),
                row.optionalInstant("starts_at"),
                row.optionalInstant("ends_at"));
    }
}
