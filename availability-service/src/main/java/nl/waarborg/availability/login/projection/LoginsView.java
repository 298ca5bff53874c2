package nl.waarborg.availability.login.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.availability.login.domain.LoginSubject;
import nl.waarborg.availability.login.domain.UsualLogins.Direction;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** What security officers see. Accounts and addresses are pseudonyms. */
@ApplicationScoped
@TenantScope
public class LoginsView {

    private static final String ANOMALIES =
            """
            select * from login_anomaly where (?::uuid is null or anomaly_id = ?) and (not ? or investigated_at is null)
            order by detected_at desc limit 500""";
    private static final String REPORTS =
            "select * from misuse_report where day >= ? and day < ? order by day desc, tenant_id limit 1000";
    private static final String SIGNALS =
            "select * from misuse_signal where tenant_id = ? and day = ? order by failed desc, id";

    private final Rows rows;
    private final PersonalData personal;

    public LoginsView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** @param usual median of the same hour of earlier weeks (OP-89) */
    public record AnomalyRow(
            UUID anomalyId,
            UUID tenant,
            Instant hour,
            Direction direction,
            LoginSubject subject,
            @Nullable String pseudonym,
            long attempts,
            BigDecimal usual,
            int weeks,
            Instant detectedAt,
            @Nullable String conclusion,
            @Nullable UUID securityIncidentId,
            @Nullable UUID investigatedBy,
            @Nullable Instant investigatedAt) {}

    public record SignalRow(LoginSubject subject, @Nullable String pseudonym, long attempts, long failed) {}

    /** @param signals what looks like guessing; empty: the day was checked and nothing was found */
    public record ReportRow(
            UUID tenant, LocalDate day, long attempts, long failed, List<SignalRow> signals, Instant checkedAt) {}

    /** The latest 500, the latest first. */
    public List<AnomalyRow> anomalies(boolean open) {
        return rows.list(ANOMALIES, this::anomaly, null, null, open);
    }

    public Optional<AnomalyRow> anomaly(UUID anomaly) {
        return rows.first(ANOMALIES, this::anomaly, anomaly, anomaly, false);
    }

    private AnomalyRow anomaly(Rows.Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        return new AnomalyRow(
                row.uuid("anomaly_id"),
                tenant,
                row.instant("hour"),
                Direction.valueOf(row.text("direction")),
                LoginSubject.valueOf(row.text("subject")),
                personal.reveal(tenant, row.optionalText("pseudonym")),
                row.bigNumber("attempts"),
                row.decimal("usual"),
                row.number("weeks"),
                row.instant("detected_at"),
                personal.reveal(tenant, row.optionalText("conclusion")),
                row.optionalUuid("security_incident_id"),
                row.optionalUuid("investigated_by"),
                row.optionalInstant("investigated_at"));
    }

    /** Days from (inclusive) to (exclusive), the latest first. */
    public List<ReportRow> reports(LocalDate from, LocalDate to) {
        return rows.list(
                REPORTS,
                row -> {
                    var tenant = row.uuid("tenant_id");
                    var day = row.date("day");
                    return new ReportRow(
                            tenant,
                            day,
                            row.bigNumber("attempts"),
                            row.bigNumber("failed"),
                            row.number("signals") == 0 ? List.of() : signals(tenant, day),
                            row.instant("checked_at"));
                },
                from,
                to);
    }

    private List<SignalRow> signals(UUID tenant, LocalDate day) {
        return rows.list(
                SIGNALS,
                row -> new SignalRow(
                        LoginSubject.valueOf(row.text("subject")),
                        personal.reveal(tenant, row.optionalText("pseudonym")),
                        row.bigNumber("attempts"),
                        row.bigNumber("failed")),
                tenant,
                day);
    }
}
