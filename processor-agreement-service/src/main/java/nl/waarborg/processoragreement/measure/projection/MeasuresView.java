package nl.waarborg.processoragreement.measure.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.measure.domain.MeasureCategory;
import org.jspecify.annotations.Nullable;

/** Measures and certificates of the caller's vendor. */
@ApplicationScoped
@TenantScope
public class MeasuresView {

    private static final String MEASURES =
            """
            select * from security_measure where ?::uuid is null or measure_id = ? order by category, measure_id""";
    private static final String CERTIFICATES = "select * from certificate order by standard, holder";

    private final Rows rows;

    public MeasuresView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /** @param letter a to k, as the agreement names them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeasureRow(
            UUID measureId,
            String letter,
            MeasureCategory category,
            String description,
            Instant registeredAt,
            @Nullable Instant evaluatedAt,
            @Nullable Boolean sufficient,
            @Nullable String result,
            @Nullable Instant changedAt,
            @Nullable String reason,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CertificateRow(
            UUID certificateId,
            String standard,
            String holder,
            @Nullable LocalDate validTo,
            @Nullable String document,
            boolean expiring) {}

    public List<MeasureRow> measures() {
        return find(null);
    }

    public Optional<MeasureRow> measure(UUID measure) {
        return find(measure).stream().findFirst();
    }

    public List<CertificateRow> certificates() {
        return rows.list(CERTIFICATES, row -> {
            var validTo = row.optionalText("valid_to");
            return new CertificateRow(
                    row.uuid("certificate_id"),
                    row.text("standard"),
                    row.text("holder"),
                    validTo == null ? null : LocalDate.parse(validTo),
                    row.optionalText("document"),
                    row.flag("expiring"));
        });
    }

    private List<MeasureRow> find(@Nullable UUID measure) {
        return rows.list(
                MEASURES,
                row -> {
                    var category = MeasureCategory.valueOf(row.text("category"));
                    return new MeasureRow(
                            row.uuid("measure_id"),
                            category.letter(),
                            category,
                            row.text("description"),
                            row.instant("registered_at"),
                            row.optionalInstant("evaluated_at"),
                            row.optionalFlag("sufficient"),
                            row.optionalText("result"),
                            row.optionalInstant("changed_at"),
                            row.optionalText("reason"),
                            row.number("version"));
                },
                measure,
                measure);
    }
}
