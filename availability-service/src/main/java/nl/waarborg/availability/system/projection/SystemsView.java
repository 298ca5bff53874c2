package nl.waarborg.availability.system.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Systems, data centres and servers of the caller's vendor. */
@ApplicationScoped
@TenantScope
public class SystemsView {

    private static final String SYSTEMS = "select * from monitored_system order by system_id";
    private static final String DATA_CENTRES =
            "select d.*, d.network_availability::text as network from data_centre d order by data_centre_id";
    private static final String SERVERS = "select * from server order by server_id";

    private final Rows rows;

    public SystemsView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SystemRow(
            String systemId,
            String name,
            String component,
            String environmentKind,
            String responsibleParty,
            String serviceWindow,
            @Nullable String dataCentreId,
            Instant registeredAt,
            int version) {}

    /** @param networkAvailability percent; a property of the data centre, no floor of the service (AVL-011) */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DataCentreRow(
            String dataCentreId,
            String name,
            String location,
            String country,
            @Nullable BigDecimal networkAvailability,
            int version) {}

    /** @param unreplaced it failed and none stepped in */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ServerRow(
            String serverId,
            @Nullable String systemId,
            boolean standby,
            @Nullable Instant failedAt,
            @Nullable String cause,
            @Nullable String replacedBy,
            @Nullable Instant replacedAt,
            boolean unreplaced,
            int version) {}

    public List<SystemRow> systems() {
        return rows.list(
                SYSTEMS,
                row -> new SystemRow(
                        row.text("system_id"),
                        row.text("name"),
                        row.text("component"),
                        row.text("environment_kind"),
                        row.text("responsible_party"),
                        row.text("service_window"),
                        row.optionalText("data_centre_id"),
                        row.instant("registered_at"),
                        row.number("version")));
    }

    public List<DataCentreRow> dataCentres() {
        return rows.list(DATA_CENTRES, row -> {
            var network = row.optionalText("network");
            return new DataCentreRow(
                    row.text("data_centre_id"),
                    row.text("name"),
                    row.text("location"),
                    row.text("country"),
                    network == null ? null : new BigDecimal(network),
                    row.number("version"));
        });
    }

    public List<ServerRow> servers() {
        return rows.list(SERVERS, row -> {
            var failedAt = row.optionalInstant("failed_at");
            var replacedBy = row.optionalText("replaced_by");
            return new ServerRow(
                    row.text("server_id"),
                    row.optionalText("system_id"),
                    row.flag("standby"),
                    failedAt,
                    row.optionalText("cause"),
                    replacedBy,
                    row.optionalInstant("replaced_at"),
                    failedAt != null && replacedBy == null,
                    row.number("version"));
        });
    }
}
