package nl.waarborg.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.Rejection;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.ProblemKind;
import nl.waarborg.incident.incident.domain.Incident;
import nl.waarborg.incident.incident.domain.Promise;
import nl.waarborg.incident.incident.domain.SupportRight;
import nl.waarborg.incident.supportcalendar.projection.PublishedCalendars;
import nl.waarborg.tenants.TenantFacts;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Choice;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.Terms;

/** Resolves what was promised to a tenant: the facts that incident commands carry. */
@ApplicationScoped
public class Promises {

    private final AgreedWithTenants agreed;
    private final PublishedCalendars calendars;

    public Promises(AgreedWithTenants agreed, PublishedCalendars calendars) {
        this.agreed = agreed;
        this.calendars = calendars;
    }

    /**
     * What holds for a command on this incident at a business time; clocks that run keep the terms with which they started (OP-72).
     *
     * @throws ProblemException 422 for a tenant that is not known here, 409 if it had no agreement at that time
     */
    public Promise of(UUID tenant, Instant at, Incident incident) {
        var facts = agreed.of(tenant);
        if (facts.terms().versions().isEmpty()) {
            throw new ProblemException(ProblemKind.UNKNOWN_TENANT, "nothing was agreed with this tenant");
        }
        var terms = started(facts, incident)
                .or(() -> facts.termsAt(at))
                .orElseThrow(() -> ProblemException.refused(
                        new Rejection("XSV-001", "no-agreement", "The tenant had no agreement at that time.")));
        return new Promise(terms, on(terms, at), facts.firstClassAt(at), support(facts, terms, at));
    }

    /** The calendars of these terms, in the versions that hold at a moment. */
    public AgreedCalendars on(Terms terms, Instant at) {
        return AgreedCalendars.of(terms, id -> calendars.at(id, at));
    }

    /** The calendars of these terms, this one in the version of this number; the versions of the others are their own. */
    public AgreedCalendars on(Terms terms, String calendar, int version) {
        return AgreedCalendars.of(
                terms,
                id -> calendar.equals(id.value()) || calendar.startsWith(id.value() + "#")
                        ? calendars.version(id, version)
                        : calendars.at(id, Instant.EPOCH));
    }

    /** The version of a tenant's terms with this number. */
    public Optional<Terms> terms(UUID tenant, int version) {
        return agreed.of(tenant).terms().version(version);
    }

    private static Optional<Terms> started(TenantFacts facts, Incident incident) {
        return incident instanceof Incident.Raised raised
                ? Optional.ofNullable(raised.termsVersion()).flatMap(facts.terms()::version)
                : Optional.empty();
    }

    private static SupportRight support(TenantFacts facts, Terms terms, Instant at) {
        var without = terms.value(TermKey.SUPPORT_NONE, Several.class);
        return facts.exitOptionAt(at)
                        .filter(option -> without.filter(
                                        licences -> licences.values().contains(new Choice(option)))
                                .isPresent())
                        .isPresent()
                ? SupportRight.NOT_IN_LICENCE
                : facts.endedAt(at) ? SupportRight.AGREEMENT_ENDED : SupportRight.SUPPORTED;
    }
}
