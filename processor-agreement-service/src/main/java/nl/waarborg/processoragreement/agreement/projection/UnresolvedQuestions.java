package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.projection.Rows;

/** The changes of the SLA about which a customer asked in vain: no solution was found (XSV-004, XSV-005). */
@ApplicationScoped
public class UnresolvedQuestions {

    private static final String UNRESOLVED =
            """
            select distinct sla_version from agreement_question
            where tenant_id = ? and sla_version is not null and outcome = 'NOT_RESOLVED' and answered_at <= ?""";

    private final Rows rows;

    public UnresolvedQuestions(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** The versions of the SLA, as answered at a moment. */
    public Set<Integer> slaVersions(UUID tenant, Instant at) {
        return rows.list(UNRESOLVED, row -> row.number("sla_version"), tenant, at).stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
