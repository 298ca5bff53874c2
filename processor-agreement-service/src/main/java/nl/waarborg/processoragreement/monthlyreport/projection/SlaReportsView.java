package nl.waarborg.processoragreement.monthlyreport.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;
import org.jspecify.annotations.Nullable;

/** The reports in the files of the caller's tenants. */
@ApplicationScoped
@TenantScope
public class SlaReportsView {

    private static final String LISTED =
            """
            select dossier_item_id, month, version, published_at from sla_report
            where tenant_id = ? order by month desc, version desc""";
    private static final String REPORT =
            """
            select content::text as content from sla_report
            where tenant_id = ? and month = ? and (?::int is null or version = ?) order by version desc limit 1""";

    private final Rows rows;

    public SlaReportsView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /** @param version from 1; a later one corrects the earlier ones */
    public record Listed(UUID dossierItemId, YearMonth month, int version, Instant publishedAt) {}

    /** The newest first. */
    public List<Listed> listed(UUID tenant) {
        return rows.list(LISTED, SlaReportsView::listed, tenant);
    }

    /** @param version the latest if null */
    public Optional<SlaReportPublished> report(UUID tenant, YearMonth month, @Nullable Integer version) {
        return rows.first(
                REPORT, row -> ReportJson.read(row.text("content")), tenant, month.toString(), version, version);
    }

    private static Listed listed(Rows.Row row) throws SQLException {
        return new Listed(
                row.uuid("dossier_item_id"),
                YearMonth.parse(row.text("month")),
                row.number("version"),
                row.instant("published_at"));
    }
}
