package nl.waarborg.incident.month.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.incident.month.domain.IncidentFigure;
import nl.waarborg.incident.month.domain.MonthFigures;
import org.jspecify.annotations.Nullable;

/** Reports over the tenants that the caller may see: a customer's own, or all of a vendor's. */
@ApplicationScoped
@TenantScope
public class MonthReports {

    private static final String NAMES =
            "select tenant_id, name from tenant where ?::uuid is null or tenant_id = ? order by name, tenant_id";
    private static final String FIGURES =
            IncidentFigures.COLUMNS + " where month = ? and (?::uuid is null or tenant_id = ?) order by reported_at";
    private static final String CLOSED =
            """
            select tenant_id, closed_at as at, figures::text as figures from incident_month
            where month = ? and (?::uuid is null or tenant_id = ?)""";
    private static final String CORRECTIONS =
            """
            select tenant_id, corrected_at as at, figures::text as figures from incident_month_correction
            where month = ? and (?::uuid is null or tenant_id = ?) order by corrected_at, id""";

    private final Rows rows;
    private final IncidentFigures figures;

    public MonthReports(DataSource reader, IncidentFigures figures) {
        this.rows = new Rows(reader);
        this.figures = figures;
    }

    /**
     * @param provisional true while the month of some tenant is not closed
     * @param totals of all tenants shown, as known now
     */
    public record MonthReport(String month, boolean provisional, MonthFigures totals, List<TenantMonth> tenants) {}

    /**
     * @param figures as known now, corrections included
     * @param closed the figures with which the month was closed; null while it runs
     */
    public record TenantMonth(
            UUID tenant,
            String name,
            boolean provisional,
            MonthFigures figures,
            @Nullable Recorded closed,
            List<Recorded> corrections) {}

    public record Recorded(Instant at, MonthFigures figures) {}

    private record Stamped(UUID tenant, Recorded recorded) {}

    private record Owned(UUID tenant, IncidentFigure figure) {}

    /** @param tenant one of those that the caller may see; null: all of them */
    public MonthReport month(YearMonth month, @Nullable UUID tenant) {
        var first = month.atDay(1);
        var names = new LinkedHashMap<UUID, String>();
        rows.list(NAMES, row -> Map.entry(row.uuid("tenant_id"), row.text("name")), tenant, tenant)
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        var incidents =
                rows.list(FIGURES, row -> new Owned(row.uuid("tenant_id"), figures.figure(row)), first, tenant, tenant);
        var closed = recorded(CLOSED, month, tenant);
        var corrections = recorded(CORRECTIONS, month, tenant);

        var shown = new LinkedHashSet<>(names.keySet());
        incidents.forEach(owned -> shown.add(owned.tenant()));
        var months = new ArrayList<TenantMonth>();
        for (var owner : shown) {
            var closing = of(closed, owner);
            var own = incidents.stream()
                    .filter(owned -> owned.tenant().equals(owner))
                    .map(Owned::figure)
                    .toList();
            months.add(new TenantMonth(
                    owner,
                    names.getOrDefault(owner, ""),
                    closing.isEmpty(),
                    MonthFigures.of(own),
                    closing.isEmpty() ? null : closing.getFirst(),
                    of(corrections, owner)));
        }
        return new MonthReport(
                month.toString(),
                months.stream().anyMatch(TenantMonth::provisional),
                MonthFigures.of(incidents.stream().map(Owned::figure).toList()),
                months);
    }

    private List<Stamped> recorded(String sql, YearMonth month, @Nullable UUID tenant) {
        return rows.list(
                sql,
                row -> new Stamped(row.uuid("tenant_id"), new Recorded(row.instant("at"), read(row.text("figures")))),
                month.atDay(1),
                tenant,
                tenant);
    }

    private static List<Recorded> of(List<Stamped> recorded, UUID tenant) {
        return recorded.stream()
                .filter(stamped -> stamped.tenant().equals(tenant))
                .map(Stamped::recorded)
                .toList();
    }

    private static MonthFigures read(String json) {
        try {
            return FiguresJson.MAPPER.readValue(json, MonthFigures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures cannot be read", e);
        }
    }
}
