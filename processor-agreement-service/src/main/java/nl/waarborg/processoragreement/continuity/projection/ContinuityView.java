package nl.waarborg.processoragreement.continuity.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.continuity.domain.ContinuityKind;
import org.jspecify.annotations.Nullable;

/** Bankruptcies that concern the service of the caller's vendor. */
@ApplicationScoped
@TenantScope
public class ContinuityView {

    private static final String EVENTS =
            """
            select event_id, kind, party, occurred_on, continues_through::text, ending, arrangement, arranged_on::text
            from continuity_event where ?::uuid is null or event_id = ? order by occurred_on desc, event_id limit 500""";

    private final Rows rows;

    public ContinuityView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /**
     * @param continuesThrough last day of the promised services, Europe/Amsterdam
     * @param ending that day is near and nothing is arranged
     * @param arrangement the continuity plan, or what was agreed with the trustee
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContinuityRow(
            UUID eventId,
            ContinuityKind kind,
            String party,
            LocalDate occurredOn,
            @Nullable LocalDate continuesThrough,
            boolean ending,
            @Nullable String arrangement,
            @Nullable LocalDate arrangedOn) {}

    /** The latest first, at most 500. */
    public List<ContinuityRow> list() {
        return rows.list(EVENTS, ContinuityView::row, null, null);
    }

    public Optional<ContinuityRow> find(UUID event) {
        return rows.first(EVENTS, ContinuityView::row, event, event);
    }

    private static ContinuityRow row(Row row) throws SQLException {
        return new ContinuityRow(
                row.uuid("event_id"),
                ContinuityKind.valueOf(row.text("kind")),
                row.text("party"),
                row.date("occurred_on"),
                day(row.optionalText("continues_through")),
                row.flag("ending"),
                row.optionalText("arrangement"),
                day(row.optionalText("arranged_on")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
