package nl.waarborg.availability.wish.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.availability.wish.domain.Wish.State;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** The wishes of all customers of the caller's vendor; whose each is, nobody reads here. */
@ApplicationScoped
@TenantScope
public class WishesView {

    private static final String WISHES =
            """
            select w.*, coalesce(s.votes, 0) as votes, w.of_tenant = ?::uuid as own,
                exists (select from wish_vote v where v.wish_id = w.wish_id and v.person_id = ?::uuid) as voted,
                r.name, r.rollout_from, r.rollout_through
            from wish w left join wish_support s on s.wish_id = w.wish_id
                left join release r on r.provider = w.provider and r.release_id = w.release_id
            where (?::uuid is null or w.wish_id = ?) and (?::text is null or w.state = ?)
                and (?::timestamptz is null or (w.submitted_at, w.wish_id) < (?, ?::uuid))
            order by w.submitted_at desc, w.wish_id desc limit ?""";
    private static final String FACTS =
            """
            select w.of_tenant, w.submitted_by, coalesce(s.votes, 0) as votes
            from wish w left join wish_support s on s.wish_id = w.wish_id where w.wish_id = ?""";

    private final Rows rows;
    private final PersonalData personal;

    public WishesView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** The version that it comes with, as its rollout is planned now; days local in Amsterdam. */
    public record PlannedFor(UUID releaseId, String name, LocalDate rolloutFrom, LocalDate rolloutThrough) {}

    /**
     * @param title absent, as all words of it, once the data of the customer that submitted it were destroyed
     * @param own submitted by the caller's own customer
     * @param voted the caller has a vote for it
     * @param suitable its content fits the product; absent: not assessed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WishRow(
            UUID wishId,
            @Nullable String title,
            @Nullable String text,
            State state,
            Instant submittedAt,
            boolean own,
            int votes,
            boolean voted,
            @Nullable Boolean suitable,
            @Nullable Boolean feasible,
            @Nullable String explanation,
            @Nullable PlannedFor plannedFor,
            int version) {}

    /** What commands need to know, and nobody is shown. */
    public record Facts(UUID ofTenant, UUID submittedBy, int votes) {}

    /** Who asks: the customer, and the person. */
    public record Asker(@Nullable UUID tenant, @Nullable UUID person) {}

    /** The latest first. */
    public List<WishRow> wishes(Asker asker, @Nullable State state, List<String> after, int limit) {
        var at = after.isEmpty() ? null : Instant.parse(after.getFirst());
        return wishes(asker, null, state, at, after.isEmpty() ? null : after.getLast(), limit);
    }

    public Optional<WishRow> wish(Asker asker, UUID wish) {
        return wishes(asker, wish, null, null, null, 1).stream().findFirst();
    }

    public Optional<Facts> facts(UUID wish) {
        return rows.first(
                FACTS, row -> new Facts(row.uuid("of_tenant"), row.uuid("submitted_by"), row.number("votes")), wish);
    }

    private List<WishRow> wishes(
            Asker asker,
            @Nullable UUID wish,
            @Nullable State state,
            @Nullable Instant at,
            @Nullable String last,
            int limit) {
        return rows.list(
                WISHES, this::wish, asker.tenant(), asker.person(), wish, wish, state, state, at, at, last, limit);
    }

    private WishRow wish(Rows.Row row) throws SQLException {
        var tenant = row.uuid("of_tenant");
        var release = row.optionalUuid("release_id");
        return new WishRow(
                row.uuid("wish_id"),
                personal.reveal(tenant, row.optionalText("title")),
                personal.reveal(tenant, row.optionalText("text")),
                State.valueOf(row.text("state")),
                row.instant("submitted_at"),
                row.flag("own"),
                row.number("votes"),
                row.flag("voted"),
                row.optionalFlag("suitable"),
                row.optionalFlag("feasible"),
                personal.reveal(tenant, row.optionalText("explanation")),
                release == null
                        ? null
                        : new PlannedFor(
                                release, row.text("name"), row.date("rollout_from"), row.date("rollout_through")),
                row.number("version"));
    }
}
