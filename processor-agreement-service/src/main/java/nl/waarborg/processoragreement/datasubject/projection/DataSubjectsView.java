package nl.waarborg.processoragreement.datasubject.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.datasubject.domain.Handover;
import nl.waarborg.processoragreement.datasubject.domain.RequestKind;
import org.jspecify.annotations.Nullable;

/** Requests of data subjects of the customers that the caller sees. */
@ApplicationScoped
@TenantScope
public class DataSubjectsView {

    private static final String LIST =
            """
            select * from data_subject_request where (?::uuid is null or request_id = ?)
                and (?::uuid is null or request_id < ?)
            order by request_id desc limit ?""";

    private final Rows rows;
    private final PersonalData personal;

    public DataSubjectsView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** @param kind null: the customer asked for assistance with a request that it received itself */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RequestRow(
            UUID requestId,
            UUID tenantId,
            @Nullable RequestKind kind,
            @Nullable String dataSubject,
            @Nullable String text,
            @Nullable Instant receivedAt,
            @Nullable Handover handover,
            @Nullable Instant forwardedAt,
            @Nullable Boolean assistanceWritten,
            @Nullable String assistanceText,
            @Nullable Instant assistanceRequestedAt,
            @Nullable String assistanceResult,
            @Nullable Instant assistanceGivenAt,
            int version) {}

    /** The latest first. */
    public List<RequestRow> list(Optional<UUID> after, int limit) {
        var place = after.orElse(null);
        return rows.list(LIST, this::request, null, null, place, place, limit);
    }

    public Optional<RequestRow> find(UUID request) {
        return rows.first(LIST, this::request, request, request, null, null, 1);
    }

    private RequestRow request(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var kind = row.optionalText("kind");
        var handover = row.optionalText("handover");
        return new RequestRow(
                row.uuid("request_id"),
                tenant,
                kind == null ? null : RequestKind.valueOf(kind),
                personal.reveal(tenant, row.optionalText("data_subject")),
                personal.reveal(tenant, row.optionalText("text")),
                row.optionalInstant("received_at"),
                handover == null ? null : Handover.valueOf(handover),
                row.optionalInstant("forwarded_at"),
                row.optionalFlag("assistance_written"),
                personal.reveal(tenant, row.optionalText("assistance_text")),
                row.optionalInstant("assistance_requested_at"),
                personal.reveal(tenant, row.optionalText("assistance_result")),
                row.optionalInstant("assistance_given_at"),
                row.number("version"));
    }
}
