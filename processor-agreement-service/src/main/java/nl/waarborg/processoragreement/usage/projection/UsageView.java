package nl.waarborg.processoragreement.usage.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;

/** Statistics of use of the caller's vendor, and those of a customer. */
@ApplicationScoped
@TenantScope
public class UsageView {

    private static final String ANONYMOUS =
            """
            select function, sum(count)::bigint as count, count(distinct day) as days from anonymous_usage
            where day between ? and ? group by function order by function limit 5000""";
    private static final String TRACEABLE =
            """
            select function, sum(count)::bigint as count, count(distinct day) as days from traceable_usage
            where day between ? and ? and tenant_id = ? group by function order by function limit 5000""";

    private final Rows rows;

    public UsageView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /** @param days on how many days something was counted */
    public record UsageRow(String function, long count, int days) {}

    /** @param through last day, inclusive */
    public List<UsageRow> anonymous(LocalDate from, LocalDate through) {
        return rows.list(ANONYMOUS, UsageView::row, from, through);
    }

    /** @param through last day, inclusive */
    public List<UsageRow> of(UUID tenant, LocalDate from, LocalDate through) {
        return rows.list(TRACEABLE, UsageView::row, from, through, tenant);
    }

    private static UsageRow row(Row row) throws SQLException {
        return new UsageRow(row.text("function"), row.bigNumber("count"), row.number("days"));
    }
}
