package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.Rejection;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.CustomerAccess;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.terms.AgreedCalendars;

/** Which customers have no access any more: their agreement has ended, and no licence went on as the minimal one (XSV-014, XSV-015). */
@ApplicationScoped
public class EndedAgreements implements CustomerAccess {

    private static final String ENDED =
            """
            select ended_on from agreement where tenant_id = ? and ended_on < ? and coalesce((select option from exit_choice
                where exit_choice.tenant_id = agreement.tenant_id and effective_from <= ? and expired_on is null
                order by id desc limit 1), '') <> 'MINIMAL'""";

    private final Rows rows;
    private final InstantSource clock;

    public EndedAgreements(@DataSource("writer") javax.sql.DataSource writer, InstantSource clock) {
        this.rows = new Rows(writer);
        this.clock = clock;
    }

    /** @throws ProblemException 409 for a tenant without access */
    public void refuse(UUID tenant) {
        refusal(tenant).ifPresent(rejection -> {
            throw ProblemException.refused(rejection);
        });
    }

    /** Whether nothing but exit is left to the customer on a day. */
    public boolean over(UUID tenant, LocalDate day) {
        return endedOn(tenant, day).isPresent();
    }

    private Optional<LocalDate> endedOn(UUID tenant, LocalDate day) {
        return rows.first(ENDED, row -> row.date("ended_on"), tenant, day, day);
    }

    @Override
    public Optional<Rejection> refusal(UUID tenant) {
        return endedOn(tenant, LocalDate.ofInstant(clock.instant(), AgreedCalendars.ZONE))
                .map(day -> new Rejection("XSV-014", "agreement-ended", "The agreement ended on " + day + "."));
    }
}
