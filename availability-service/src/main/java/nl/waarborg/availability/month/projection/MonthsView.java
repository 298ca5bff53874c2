package nl.waarborg.availability.month.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.availability.month.domain.AvailabilityFigures;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Months as customers and the vendor see them. */
@ApplicationScoped
@TenantScope
public class MonthsView {

    private static final String MONTHS =
            """
            select month, tenant_id, closed_at, figures::text as figures, latest::text as latest, version from availability_month
            where tenant_id = ? and month between ? and ? order by month desc""";
    private static final String CORRECTIONS =
            """
            select corrected_at as at, figures::text as figures from availability_month_correction
            where tenant_id = ? and month = ? order by corrected_at, id""";
    private static final String PLANS =
            """
            select month, availability, floor, state, due_since, measures, drafted_at, published_at, version
            from improvement_plan where (?::date is null or month = ?) and state <> 'WITHDRAWN'
                and (not ? or state = 'PUBLISHED') order by month desc""";
    private static final String DISPUTES =
            """
            select dispute_id, tenant_id, month, claim, disputed_at, outcome, explanation, evidence::text as evidence,
                settled_at, version
            from availability_dispute where ?::uuid is null or dispute_id = ? order by disputed_at desc limit 500""";
    private static final String ALERTS =
            """
            select burning::text as burning, started_at, ended_at from burn_rate_alert order by started_at desc limit 50""";

    private final Rows rows;
    private final PersonalData personal;

    public MonthsView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /**
     * @param closed the figures with which the month was closed; they never change
     * @param latest after the last correction
     */
    public record MonthRow(
            String month, Instant closedAt, AvailabilityFigures closed, AvailabilityFigures latest, int version) {}

    public record Correction(Instant at, AvailabilityFigures figures) {}

    /** @param state DUE, DRAFTED or PUBLISHED; a plan is an open task until it is published (OP-38) */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanRow(
            String month,
            BigDecimal availability,
            BigDecimal floor,
            String state,
            Instant dueSince,
            @Nullable String measures,
            @Nullable Instant draftedAt,
            @Nullable Instant publishedAt,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DisputeRow(
            UUID disputeId,
            UUID tenant,
            String month,
            @Nullable String claim,
            Instant disputedAt,
            @Nullable String outcome,
            @Nullable String explanation,
            @Nullable AvailabilityFigures evidence,
            @Nullable Instant settledAt,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AlertRow(@JsonRawValue String burning, Instant startedAt, @Nullable Instant endedAt) {}

    /** The closed months, the latest first; of the platform without a customer. */
    public List<MonthRow> months(@Nullable UUID tenant, YearMonth from, YearMonth through) {
        return rows.list(MONTHS, MonthsView::month, owner(tenant), from.atDay(1), through.atDay(1));
    }

    public Optional<MonthRow> month(@Nullable UUID tenant, YearMonth month) {
        return months(tenant, month, month).stream().findFirst();
    }

    public List<Correction> corrections(@Nullable UUID tenant, YearMonth month) {
        return rows.list(
                CORRECTIONS,
                row -> new Correction(row.instant("at"), FiguresJson.read(row.text("figures"))),
                owner(tenant),
                month.atDay(1));
    }

    /** @param publishedOnly what customers see */
    public List<PlanRow> plans(@Nullable YearMonth month, boolean publishedOnly) {
        var first = month == null ? null : month.atDay(1);
        return rows.list(
                PLANS,
                row -> new PlanRow(
                        YearMonth.from(row.date("month")).toString(),
                        row.decimal("availability"),
                        row.decimal("floor"),
                        row.text("state"),
                        row.instant("due_since"),
                        row.optionalText("measures"),
                        row.optionalInstant("drafted_at"),
                        row.optionalInstant("published_at"),
                        row.number("version")),
                first,
                first,
                publishedOnly);
    }

    /** @param dispute null: all that the caller may see */
    public List<DisputeRow> disputes(@Nullable UUID dispute) {
        return rows.list(
                DISPUTES,
                row -> {
                    var tenant = row.uuid("tenant_id");
                    var evidence = row.optionalText("evidence");
                    return new DisputeRow(
                            row.uuid("dispute_id"),
                            tenant,
                            YearMonth.from(row.date("month")).toString(),
                            personal.reveal(tenant, row.optionalText("claim")),
                            row.instant("disputed_at"),
                            row.optionalText("outcome"),
                            personal.reveal(tenant, row.optionalText("explanation")),
                            evidence == null ? null : FiguresJson.read(evidence),
                            row.optionalInstant("settled_at"),
                            row.number("version"));
                },
                dispute,
                dispute);
    }

    public List<AlertRow> alerts() {
        return rows.list(
                ALERTS,
                row -> new AlertRow(row.text("burning"), row.instant("started_at"), row.optionalInstant("ended_at")));
    }

    private static UUID owner(@Nullable UUID tenant) {
        return tenant == null ? StreamId.PLATFORM : tenant;
    }

    private static MonthRow month(Row row) throws SQLException {
        return new MonthRow(
                YearMonth.from(row.date("month")).toString(),
                row.instant("closed_at"),
                FiguresJson.read(row.text("figures")),
                FiguresJson.read(row.text("latest")),
                row.number("version"));
    }
}
