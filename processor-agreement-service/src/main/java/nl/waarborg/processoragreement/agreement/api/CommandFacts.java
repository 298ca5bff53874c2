package nl.waarborg.processoragreement.agreement.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.CancelLicence;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.subprocessor.projection.DisregardedObjections;
import nl.waarborg.terms.AgreedCalendars;
import org.jspecify.annotations.Nullable;

/** The terms that the rules of a command need, as of its business time. */
@ApplicationScoped
public class CommandFacts {

    private final AgreedTerms terms;
    private final DisregardedObjections objections;

    public CommandFacts(AgreedTerms terms, DisregardedObjections objections) {
        this.terms = terms;
        this.objections = objections;
    }

    /** Since when an active sub-processor processes data although the tenant objected to it; null if it does not, or is unknown. */
    @Nullable
    Instant disregardedSince(UUID tenant, @Nullable UUID subprocessor) {
        return subprocessor == null
                ? null
                : objections.since(tenant, subprocessor).orElse(null);
    }

    /** @throws ProblemException 404 if there was no agreement at that time */
    CancelLicence cancelLicence(UUID tenant, @Nullable LocalDate statedDate, Instant receivedAt) {
        var agreed = terms.of(tenant).at(receivedAt).orElseThrow(ProblemException::notFound);
        return new CancelLicence(
                receivedAt,
                statedDate,
                agreed,
                AgreedCalendars.of(agreed).support().hours());
    }
}
