package nl.waarborg.processoragreement.document.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** The vendor's documents as its own people and its customers see them, and the customers' questions. */
@ApplicationScoped
@TenantScope
public class StandardDocumentsView {

    private static final String VERSIONS =
            """
            select version, title, summary, effective_from, statutory, changes::text as changes, announced_at, published_at
            from sla_version order by version desc""";
    private static final String PER_YEAR =
            """
            select extract(year from published_at at time zone 'Europe/Amsterdam')::int as year, count(*)::int as published
            from sla_version where published_at is not null group by 1 order by 1 desc""";
    private static final String DOCUMENT =
            "select version, media_type, content from sla_version where published_at is not null and version = ?";
    private static final String CURRENT =
            """
            select version, media_type, content from sla_version where published_at is not null and effective_from <= ?
            order by version desc limit 1""";
    private static final String MODELS =
            "select code, name, model_version, sector, annexes from recognised_model order by code";
    private static final String NOTICES =
            """
            select n.tenant_id, t.name, n.recipients, n.mailed_at from sla_notice n join tenant t on t.tenant_id = n.tenant_id
            where n.sla_version = ? and (?::uuid is null or n.tenant_id > ?) order by n.tenant_id limit ?""";
    private static final String QUESTIONS =
            """
            select * from agreement_question where (?::uuid is null or question_id = ?)
                and (?::timestamptz is null or (asked_at, question_id) < (?, ?::uuid))
            order by asked_at desc, question_id desc limit ?""";

    private final Rows rows;
    private final PersonalData personal;

    public StandardDocumentsView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            int slaVersion,
            String title,
            String summary,
            LocalDate effectiveFrom,
            boolean statutory,
            @JsonRawValue String changes,
            Instant announcedAt,
            @Nullable Instant publishedAt) {}

    public record Year(int year, int published) {}

    /** @param base64 the document */
    public record Document(int slaVersion, String mediaType, String base64) {}

    public record Model(String code, String name, String modelVersion, String sector, List<String> annexes) {}

    public record Notice(UUID tenantId, String name, int recipients, Instant mailedAt) {}

    /** Texts are null once the tenant's key was destroyed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            UUID questionId,
            UUID tenantId,
            @Nullable Integer slaVersion,
            @Nullable String subject,
            @Nullable String text,
            Instant askedAt,
            @Nullable String outcome,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            int version) {}

    /** The newest first. */
    public List<Version> versions() {
        return rows.list(
                VERSIONS,
                row -> new Version(
                        row.number("version"),
                        row.text("title"),
                        row.text("summary"),
                        row.date("effective_from"),
                        row.flag("statutory"),
                        row.text("changes"),
                        row.instant("announced_at"),
                        row.optionalInstant("published_at")));
    }

    /** How many versions were published in each calendar year (XSV-002, OP-74). */
    public List<Year> perYear() {
        return rows.list(PER_YEAR, row -> new Year(row.number("year"), row.number("published")));
    }

    public Optional<Document> document(int version) {
        return rows.first(DOCUMENT, StandardDocumentsView::document, version);
    }

    /** The latest published version that holds on a day. */
    public Optional<Document> current(LocalDate day) {
        return rows.first(CURRENT, StandardDocumentsView::document, day);
    }

    public List<Model> models() {
        return rows.list(
                MODELS,
                row -> new Model(
                        row.text("code"),
                        row.text("name"),
                        row.text("model_version"),
                        row.text("sector"),
                        row.text("annexes").lines().toList()));
    }

    /** By tenant. */
    public Page<Notice> notices(int version, PageQuery page) {
        var after = page.after(1, key -> UUID.fromString(key.getFirst())).orElse(null);
        return Page.of(
                rows.list(
                        NOTICES,
                        row -> new Notice(
                                row.uuid("tenant_id"),
                                row.text("name"),
                                row.number("recipients"),
                                row.instant("mailed_at")),
                        version,
                        after,
                        after,
                        page.fetch()),
                page,
                notice -> List.of(notice.tenantId().toString()));
    }

    private record Asked(Instant at, UUID question) {}

    /** The newest first. */
    public Page<Question> questions(PageQuery page) {
        var after = page.after(2, key -> new Asked(Instant.parse(key.getFirst()), UUID.fromString(key.getLast())));
        return Page.of(
                questions(
                        null,
                        after.map(Asked::at).orElse(null),
                        after.map(Asked::question).orElse(null),
                        page.fetch()),
                page,
                question -> List.of(
                        question.askedAt().toString(), question.questionId().toString()));
    }

    public Optional<Question> question(UUID question) {
        return questions(question, null, null, 1).stream().findFirst();
    }

    private List<Question> questions(
            @Nullable UUID question, @Nullable Instant before, @Nullable UUID beforeId, int most) {
        return rows.list(
                QUESTIONS,
                row -> {
                    var tenant = row.uuid("tenant_id");
                    var about = row.optionalText("sla_version");
                    return new Question(
                            row.uuid("question_id"),
                            tenant,
                            about == null ? null : Integer.valueOf(about),
                            personal.reveal(tenant, row.optionalText("subject")),
                            personal.reveal(tenant, row.optionalText("text")),
                            row.instant("asked_at"),
                            row.optionalText("outcome"),
                            personal.reveal(tenant, row.optionalText("answer")),
                            row.optionalInstant("answered_at"),
                            row.number("version"));
                },
                question,
                question,
                before,
                before,
                beforeId,
                most);
    }

    private static Document document(Rows.Row row) throws java.sql.SQLException {
        return new Document(row.number("version"), row.text("media_type"), row.text("content"));
    }
}
