package nl.waarborg.incident.problem.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.incident.problem.domain.IncidentCount;
import nl.waarborg.incident.problem.domain.ProblemCandidate;

/** What the analysis of a vendor's incidents is made of. Instants are UTC, from inclusive, to exclusive. */
@ApplicationScoped
public class AnalysisFacts {

    private static final String COUNTS =
            """
            select f.type, f.priority, count(*)::int as count from incident_figure f
            join tenant t on t.tenant_id = f.tenant_id
            where t.provider = ? and f.reported_at >= ? and f.reported_at < ? group by 1, 2 order by 3 desc, 1, 2""";
    private static final String CANDIDATES =
            """
            select f.topic, f.type, array_agg(f.incident_id order by f.reported_at) as incidents from incident_figure f
            join tenant t on t.tenant_id = f.tenant_id
            where t.provider = ? and f.reported_at >= ? and f.reported_at < ? and f.type is not null
            and not exists (select from problem_incident p where p.incident_id = f.incident_id)
            group by 1, 2 having count(*) >= ? order by count(*) desc, 1, 2""";
    private static final String QUESTIONS =
            """
            select t.tenant_id, count(f.incident_id)::int as count from tenant t
            left join incident_figure f on f.tenant_id = t.tenant_id and f.type = 'KNOWLEDGE_QUESTION'
                and f.reported_at >= ? and f.reported_at < ?
            where t.provider = ? group by 1 order by 1""";

    private final Rows rows;

    public AnalysisFacts(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    public record Questions(UUID tenant, int count) {}

    public List<IncidentCount> counts(String provider, Instant from, Instant to) {
        return rows.list(
                COUNTS,
                row -> new IncidentCount(row.optionalText("type"), row.optionalText("priority"), row.number("count")),
                provider,
                from,
                to);
    }

    /** @param atLeast how many incidents alike make a candidate */
    public List<ProblemCandidate> candidates(String provider, Instant from, Instant to, int atLeast) {
        return rows.list(
                CANDIDATES,
                row -> new ProblemCandidate(row.text("topic"), row.text("type"), row.uuids("incidents")),
                provider,
                from,
                to,
                atLeast);
    }

    public List<Questions> questions(String provider, Instant from, Instant to) {
        return rows.list(
                QUESTIONS, row -> new Questions(row.uuid("tenant_id"), row.number("count")), from, to, provider);
    }
}
