package nl.waarborg.availability.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputeSettled;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissWithdrawn;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthClosed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthCorrected;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanDrafted;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanPublished;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Statements;

/** Closed months with corrections, plans and disputes. The closing of a platform's month closes its customers', and sets the next. */
public final class AvailabilityMonthsProjection implements Projection<AvailabilityMonthEvent> {

    private static final String CLOSED =
            """
            insert into availability_month (provider, tenant_id, month, closed_at, figures, latest, version)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)""";
    private static final String CORRECTED =
            """
            insert into availability_month_correction (id, provider, tenant_id, month, corrected_at, figures)
            values (?, ?, ?, ?, ?, ?::jsonb)""";
    private static final String LATEST =
            "update availability_month set latest = ?::jsonb where provider = ? and month = ? and tenant_id = ?";
    private static final String VERSION =
            "update availability_month set version = ? where provider = ? and month = ? and tenant_id = ?";
    private static final String MISSED =
            """
            insert into improvement_plan (provider, month, availability, floor, state, due_since, version)
            values (?, ?, ?, ?, 'DUE', ?, ?) on conflict (provider, month) do update set
                availability = excluded.availability, version = excluded.version,
                state = case improvement_plan.state when 'WITHDRAWN' then 'DUE' else improvement_plan.state end""";
    private static final String NOT_MISSED =
            """
            update improvement_plan set state = 'WITHDRAWN', version = ?
            where provider = ? and month = ? and state <> 'PUBLISHED'""";
    private static final String DRAFTED =
            """
            update improvement_plan set state = 'DRAFTED', measures = ?, drafted_at = ?, version = ?
            where provider = ? and month = ?""";
    private static final String PUBLISHED =
            """
            update improvement_plan set state = 'PUBLISHED', published_at = ?, version = ? where provider = ? and month = ?""";
    private static final String DISPUTED =
            """
            insert into availability_dispute (
                dispute_id, provider, tenant_id, month, claim, disputed_by, disputed_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SETTLED =
            """
            update availability_dispute set outcome = ?, explanation = ?, evidence = ?::jsonb, settled_by = ?, settled_at = ?,
                version = ? where dispute_id = ?""";

    private final PersonalData personal;
    private final MonthBounds months;

    public AvailabilityMonthsProjection(PersonalData personal, MonthBounds months) {
        this.personal = personal;
        this.months = months;
    }

    @Override
    public String name() {
        return "availability-months";
    }

    @Override
    public Class<AvailabilityMonthEvent> events() {
        return AvailabilityMonthEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "availability_month", "availability_month_correction", "improvement_plan", "availability_dispute");
    }

    @Override
    public void apply(List<RecordedEvent<AvailabilityMonthEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            add(statements, recorded);
            if (recorded.event() instanceof AvailabilityMonthClosed e
                    && recorded.tenant().equals(StreamId.PLATFORM)) {
                deadlines.add(
                        MonthDeadlines.closing(months, e.provider(), e.month().plusMonths(1)));
                deadlines.addAll(MonthDeadlines.closingsOfTenants(connection, e.provider(), e.month(), e.at()));
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    private void add(Statements statements, RecordedEvent<AvailabilityMonthEvent> recorded) {
        var tenant = recorded.tenant();
        var provider = recorded.event().provider();
        var month = recorded.event().month().atDay(1);
        var version = recorded.version();
        switch (recorded.event()) {
            case AvailabilityMonthClosed e -> {
                var figures = FiguresJson.write(e.figures());
                statements.add(CLOSED, provider, tenant, month, e.at(), figures, figures, version);
            }
            case AvailabilityMonthCorrected e -> {
                var figures = FiguresJson.write(e.figures());
                statements.add(CORRECTED, recorded.id(), provider, tenant, month, e.at(), figures);
                statements.add(LATEST, figures, provider, month, tenant);
            }
            case AvailabilityFloorMissed e ->
                statements.add(MISSED, provider, month, e.availability(), e.floor(), e.at(), version);
            case AvailabilityFloorMissWithdrawn _ -> statements.add(NOT_MISSED, version, provider, month);
            case ImprovementPlanDrafted e -> statements.add(DRAFTED, e.measures(), e.at(), version, provider, month);
            case ImprovementPlanPublished e -> statements.add(PUBLISHED, e.publishedAt(), version, provider, month);
            case AvailabilityDisputed e ->
                statements.add(
                        DISPUTED,
                        e.disputeId(),
                        provider,
                        tenant,
                        month,
                        personal.protect(tenant, e.claim()),
                        e.by(),
                        e.at(),
                        version);
            case AvailabilityDisputeSettled e ->
                statements.add(
                        SETTLED,
                        e.outcome(),
                        personal.protect(tenant, e.explanation()),
                        FiguresJson.write(e.evidence()),
                        e.by(),
                        e.at(),
                        version,
                        e.disputeId());
        }
        statements.add(VERSION, version, provider, month, tenant);
    }
}
