package nl.waarborg.processoragreement.partner.projection;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.partner.domain.PartnerKind;
import org.jspecify.annotations.Nullable;

/** Partners of the caller's vendor. */
@ApplicationScoped
@TenantScope
public class PartnersView {

    private static final String PARTNERS =
            """
            select partner_id, kind, name, website, tested_on::text, security_checked_on::text
            from partner order by kind, name, partner_id limit 2000""";
    private static final String REFERENCES =
            "select partner_id, year, reference from expert_reference order by year desc, event_id";

    private final Rows rows;

    public PartnersView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    public record ReferenceRow(int year, String reference) {}

    /**
     * @param references of an expert, the latest year first
     * @param lacksReference an expert of whom no customer has said anything this year or the year before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartnerRow(
            UUID partnerId,
            PartnerKind kind,
            String name,
            @Nullable String website,
            @Nullable LocalDate testedOn,
            @Nullable LocalDate securityCheckedOn,
            List<ReferenceRow> references,
            boolean lacksReference) {}

    private record Referred(UUID partner, ReferenceRow reference) {}

    /** By kind and name, at most 2000. */
    public List<PartnerRow> list(LocalDate today) {
        var references = rows
                .list(
                        REFERENCES,
                        row -> new Referred(
                                row.uuid("partner_id"), new ReferenceRow(row.number("year"), row.text("reference"))))
                .stream()
                .collect(groupingBy(Referred::partner));
        return rows.list(PARTNERS, row -> {
            var id = row.uuid("partner_id");
            var kind = PartnerKind.valueOf(row.text("kind"));
            var own = references.getOrDefault(id, List.of()).stream()
                    .map(Referred::reference)
                    .toList();
            return new PartnerRow(
                    id,
                    kind,
                    row.text("name"),
                    row.optionalText("website"),
                    day(row.optionalText("tested_on")),
                    day(row.optionalText("security_checked_on")),
                    own,
                    kind == PartnerKind.EXPERT
                            && own.stream().noneMatch(reference -> reference.year() >= today.getYear() - 1));
        });
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
