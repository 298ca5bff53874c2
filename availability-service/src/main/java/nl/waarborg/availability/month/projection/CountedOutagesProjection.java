package nl.waarborg.availability.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExcluded;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExclusionWithdrawn;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeDeclined;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeProposed;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageClassified;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageEnded;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageStarted;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageTimesCorrected;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageUpdated;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageWithdrawn;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import org.jspecify.annotations.Nullable;

/** What months count of outages. A running month gets its closing, a closed one a correction at once, the error budget a look. */
public final class CountedOutagesProjection implements Projection<OutageEvent> {

    private static final String STARTED =
            """
            insert into counted_outage (
                outage_id, provider, of_tenant, affected_tenants, components, started_at, heard_at, counts, told_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String HEARD =
            "update counted_outage set heard_at = greatest(heard_at, ?) where outage_id = ?";
    private static final String CLASSIFIED = "update counted_outage set calamity = ? where outage_id = ?";
    private static final String ENDED = "update counted_outage set ended_at = ? where outage_id = ?";
    private static final String CORRECTED =
            "update counted_outage set started_at = ?, ended_at = ?, heard_at = greatest(heard_at, ?) where outage_id = ?";
    private static final String WITHDRAWN = "update counted_outage set counts = false where outage_id = ?";
    private static final String EXCLUDED =
            """
            insert into counted_exclusion (
                exclusion_id, outage_id, tenant, starts, ends, reason, clause, justification, by_person, approved_by, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INCLUDED = "delete from counted_exclusion where exclusion_id = ?";
    private static final String SPANS =
            "select outage_id, provider, started_at, ended_at from counted_outage where outage_id = any (?)";

    private final MonthBounds months;

    public CountedOutagesProjection(MonthBounds months) {
        this.months = months;
    }

    private record Span(UUID outage, String provider, Instant from, @Nullable Instant to) {}

    @Override
    public String name() {
        return "counted-outages";
    }

    @Override
    public Class<OutageEvent> events() {
        return OutageEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("counted_outage", "counted_exclusion");
    }

    @Override
    public void apply(List<RecordedEvent<OutageEvent>> events, Connection connection) throws SQLException {
        var touched = new LinkedHashMap<UUID, RecordedEvent<OutageEvent>>();
        var statements = new Statements();
        for (var recorded : events) {
            if (add(statements, recorded)) {
                touched.put(recorded.event().outageId(), recorded);
            }
        }
        // Before and after: an outage that moves to another month touches both.
        var spans = new LinkedHashSet<>(spans(connection, touched.keySet()));
        statements.run(connection);
        spans.addAll(spans(connection, touched.keySet()));
        for (var span : spans) {
            var recorded = touched.get(span.outage);
            if (recorded != null) {
                touch(connection, span, recorded);
            }
        }
    }

    /** Answers whether figures may have changed. */
    private static boolean add(Statements statements, RecordedEvent<OutageEvent> recorded) {
        var id = recorded.event().outageId();
        return switch (recorded.event()) {
            case OutageStarted e -> {
                statements.add(
                        STARTED,
                        id,
                        e.provider(),
                        e.ofTenant(),
                        e.affectedTenants(),
                        e.components().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                        e.startedAt(),
                        e.startedAt(),
                        e.environmentKind() == EnvironmentKind.PRODUCTION,
                        recorded.metadata().historic() ? e.at() : recorded.recordedAt());
                yield true;
            }
            case OutageUpdated e -> changed(statements, HEARD, e.at(), id);
            case OutageClassified e ->
                changed(statements, CLASSIFIED, e.classification().calamity(), id);
            case OutageEnded e -> changed(statements, ENDED, e.endedAt(), id);
            case OutageTimesCorrected e ->
                changed(
                        statements,
                        CORRECTED,
                        e.times().startedAt(),
                        e.times().endedAt(),
                        e.times().endedAt() == null ? e.at() : e.times().startedAt(),
                        id);
            case OutageWithdrawn _ -> changed(statements, WITHDRAWN, id);
            case DowntimeExcluded e ->
                changed(
                        statements,
                        EXCLUDED,
                        e.exclusion().exclusionId(),
                        id,
                        e.exclusion().tenantId(),
                        e.exclusion().from(),
                        e.exclusion().to(),
                        e.exclusion().reason(),
                        e.exclusion().clause(),
                        e.exclusion().justification(),
                        e.by(),
                        e.approvedBy(),
                        e.at());
            case DowntimeExclusionWithdrawn e -> changed(statements, INCLUDED, e.exclusionId());
            case OutageChangeProposed _, OutageChangeDeclined _ -> false;
        };
    }

    private static boolean changed(Statements statements, String sql, @Nullable Object... parameters) {
        statements.add(sql, parameters);
        return true;
    }

    private static List<Span> spans(Connection connection, Set<UUID> outages) throws SQLException {
        return outages.isEmpty()
                ? List.of()
                : Rows.list(
                        connection,
                        SPANS,
                        row -> new Span(
                                row.uuid("outage_id"),
                                row.text("provider"),
                                row.instant("started_at"),
                                row.optionalInstant("ended_at")),
                        outages);
    }

    private void touch(Connection connection, Span span, RecordedEvent<OutageEvent> recorded) throws SQLException {
        MonthDeadlines.downtimeChanged(
                connection,
                months,
                span.provider,
                span.from,
                span.to == null ? recorded.recordedAt() : span.to,
                recorded);
    }
}
