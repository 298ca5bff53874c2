package nl.waarborg.tenants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.waarborg.eventsourcing.EventTypes;
import org.jspecify.annotations.Nullable;

/** What this service reads of processor-agreement-service's published events, and no more. Days are local in Amsterdam. */
public sealed interface TenantEvent {

    EventTypes<TenantEvent> TYPES = new EventTypes<>("processor-agreement", TenantEvent.class)
            .type("nl.waarborg.processor-agreement.agreement-concluded.v1", AgreementConcluded.class)
            .type("nl.waarborg.processor-agreement.tenant-terms-published.v1", TenantTermsPublished.class)
            .type("nl.waarborg.processor-agreement.first-class-started.v1", FirstClassStarted.class)
            .type("nl.waarborg.processor-agreement.first-class-ended.v1", FirstClassEnded.class)
            .type("nl.waarborg.processor-agreement.exit-option-chosen.v1", ExitOptionChosen.class)
            .type("nl.waarborg.processor-agreement.exit-option-expired.v1", ExitOptionExpired.class)
            .type("nl.waarborg.processor-agreement.licence-changed.v1", LicenceChanged.class)
            .type("nl.waarborg.processor-agreement.agreement-ended.v1", AgreementEnded.class);

    record AgreementConcluded(String provider, String name, LocalDate concludedOn, Licence licence)
            implements TenantEvent {}

    /** @param terms complete: a key that is not listed was not agreed */
    record TenantTermsPublished(
            int termsVersion, String preset, Instant validFrom, @Nullable Instant validTo, List<PublishedTerm> terms)
            implements TenantEvent {}

    record FirstClassStarted(LocalDate startsOn) implements TenantEvent {}

    /** @param endsOn the last day */
    record FirstClassEnded(LocalDate endsOn) implements TenantEvent {}

    /** @param until the last day, if it ends by itself */
    record ExitOptionChosen(String option, LocalDate effectiveFrom, @Nullable LocalDate until) implements TenantEvent {}

    record ExitOptionExpired(String option, LocalDate expiredOn) implements TenantEvent {}

    record LicenceChanged(Licence licence, LocalDate effectiveFrom) implements TenantEvent {}

    /** @param endedOn the last day */
    record AgreementEnded(LocalDate endedOn) implements TenantEvent {}

    record Licence(int users) {}

    record PublishedTerm(String key, String value, String clause) {}
}
