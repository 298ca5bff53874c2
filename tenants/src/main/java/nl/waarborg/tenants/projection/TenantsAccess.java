package nl.waarborg.tenants.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.Rejection;
import nl.waarborg.eventsourcing.web.CustomerAccess;
import nl.waarborg.terms.AgreedCalendars;

/** Customers' access by what was heard of their agreements (XSV-014, XSV-015). */
@ApplicationScoped
class TenantsAccess implements CustomerAccess {

    private final AgreedWithTenants agreed;
    private final InstantSource clock;

    TenantsAccess(AgreedWithTenants agreed, InstantSource clock) {
        this.agreed = agreed;
        this.clock = clock;
    }

    @Override
    public Optional<Rejection> refusal(UUID tenant) {
        return agreed.of(tenant)
                .accessEndedAt(clock.instant())
                // The period ends with the first moment of the day after the last.
                .map(end -> LocalDate.ofInstant(end, AgreedCalendars.ZONE).minusDays(1))
                .map(day -> new Rejection("XSV-014", "agreement-ended", "The agreement ended on " + day + "."));
    }
}
