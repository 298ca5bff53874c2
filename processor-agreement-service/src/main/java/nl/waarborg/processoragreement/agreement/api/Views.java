package nl.waarborg.processoragreement.agreement.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.processoragreement.agreement.domain.FirstClassMismatch;
import nl.waarborg.processoragreement.agreement.domain.Licence;
import nl.waarborg.processoragreement.agreement.domain.TerminationGround;
import nl.waarborg.processoragreement.agreement.projection.AgreedTermView;
import nl.waarborg.processoragreement.agreement.projection.AgreementView;
import nl.waarborg.processoragreement.agreement.projection.ExitChoiceView;
import nl.waarborg.processoragreement.agreement.projection.FirstClassPeriodView;
import nl.waarborg.processoragreement.agreement.projection.InvoiceView;
import nl.waarborg.processoragreement.agreement.projection.LicenceEntryView;
import nl.waarborg.processoragreement.agreement.projection.PapersView;
import nl.waarborg.processoragreement.agreement.projection.TermsVersionView;
import nl.waarborg.processoragreement.contact.domain.ContactRole;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term.Origin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is answered. Days are those of Europe/Amsterdam, instants UTC, amounts texts in euros excluding VAT. */
final class Views {

    private Views() {}

    enum Status {
        /** From its first day on, or before it. */
        IN_FORCE,
        /** Notice was given; it still holds. */
        TERMINATED,
        ENDED
    }

    record Summary(
            UUID agreementId,
            UUID tenantId,
            String provider,
            String reference,
            String name,
            Preset preset,
            Status status) {

        static Summary of(AgreementView agreement) {
            return new Summary(
                    agreement.id,
                    agreement.tenantId,
                    agreement.provider,
                    agreement.reference,
                    agreement.name,
                    agreement.preset,
                    Views.status(agreement));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            UUID agreementId,
            UUID tenantId,
            String provider,
            String reference,
            String name,
            Preset preset,
            Status status,
            LocalDate concludedOn,
            @Nullable LocalDate initialPeriodEnd,
            @Nullable LocalDate extendedUntil,
            @Nullable TerminationGround terminationGround,
            @Nullable Instant noticeAt,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate endedOn,
            @Schema(description = "When the customer signed, where the terms ask for it") @Nullable Instant signedAt,
            @Nullable String signedBy,
            @Schema(description = "What stays valid after the end") @Nullable List<String> survivingProvisions,
            @Schema(description = "Whom the vendor addresses now") List<Contact> contacts) {

        static Whole of(AgreementView agreement, List<CustomerContact> contacts, @Nullable String signedBy) {
            return new Whole(
                    agreement.id,
                    agreement.tenantId,
                    agreement.provider,
                    agreement.reference,
                    agreement.name,
                    agreement.preset,
                    Views.status(agreement),
                    agreement.concludedOn,
                    agreement.initialPeriodEnd,
                    agreement.extendedUntil,
                    agreement.terminationGround,
                    agreement.noticeAt,
                    agreement.endsOn,
                    agreement.endedOn,
                    agreement.signedAt,
                    signedBy,
                    agreement.survivingProvisions == null
                            ? null
                            : agreement.survivingProvisions.lines().toList(),
                    contacts.stream().map(Contact::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(
            @Schema(description = "The person as incident-service knows it") @Nullable UUID personId,
            String name,
            String email,
            Set<ContactRole> roles) {

        static Contact of(CustomerContact contact) {
            return new Contact(contact.personId(), contact.name(), contact.email(), contact.roles());
        }
    }

    private static Status status(AgreementView agreement) {
        return agreement.endedOn != null
                ? Status.ENDED
                : agreement.endsOn != null ? Status.TERMINATED : Status.IN_FORCE;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermsVersion(
            int termsVersion, Preset preset, Instant validFrom, @Nullable Instant validTo, boolean statutory) {

        static TermsVersion of(TermsVersionView version) {
            return new TermsVersion(
                    version.version, version.preset, version.validFrom, version.validTo, version.statutory);
        }
    }

    record Terms(TermsVersion version, List<Term> terms) {

        static Terms of(TermsVersionView version) {
            return new Terms(
                    TermsVersion.of(version),
                    version.terms.stream().map(Term::of).toList());
        }
    }

    record Term(
            String key,
            @Schema(description = "In its written form", examples = "1 WORKING_DAY") String value,
            @Schema(description = "Where it was agreed", examples = "AFAS §2.2.3 tab. 10") String clause,
            Origin origin) {

        static Term of(AgreedTermView term) {
            return new Term(term.key, term.value, term.clause, term.origin);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermAt(
            String key,
            @Schema(description = "False: the agreement says nothing, no clock runs and nothing is missed")
                    boolean agreed,
            @Nullable Term term,
            TermsVersion version) {

        static TermAt of(String key, TermsVersionView version) {
            var term = version.terms.stream()
                    .filter(candidate -> candidate.key.equals(key))
                    .map(Term::of)
                    .findFirst();
            return new TermAt(key, term.isPresent(), term.orElse(null), TermsVersion.of(version));
        }
    }

    record FirstClass(
            @Schema(description = "Whether it was active at the moment asked for") boolean active,
            Instant at,
            List<Period> periods) {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Period(
                LocalDate registeredOn,
                LocalDate startsOn,
                boolean started,
                @Nullable Instant cancelledAt,
                @Nullable LocalDate endsOn,
                boolean ended) {

            static Period of(FirstClassPeriodView period) {
                return new Period(
                        period.registeredOn,
                        period.startsOn,
                        period.started,
                        period.cancelledAt,
                        period.endsOn,
                        period.ended);
            }
        }

        static FirstClass of(List<FirstClassPeriodView> periods, Instant at, LocalDate day) {
            var active = periods.stream()
                    .anyMatch(period -> period.started
                            && !day.isBefore(period.startsOn)
                            && (period.endsOn == null || !day.isAfter(period.endsOn)));
            return new FirstClass(active, at, periods.stream().map(Period::of).toList());
        }
    }

    record LicenceHistory(
            @Schema(description = "What holds now") Licence current,
            @Schema(description = "What the licence contains") Contents contains,
            @Schema(description = "The newest first") List<LicenceEntry> entries,
            @Schema(description = "Cancellations, also refused ones, the newest first")
                    List<PapersView.Cancellation> cancellations) {

        /** By the licence's type (XSV-009, XSV-010). */
        record Contents(
                @Schema(description = "What the fixed amount a month is determined by") Licence.CountedBy countedBy,
                List<Licence.Module> modules,
                List<Licence.Product> products) {}

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record LicenceEntry(
                LicenceEntryView.Kind kind, Instant at, @Nullable LocalDate effectiveFrom, Licence licence) {}

        static LicenceHistory of(
                List<LicenceEntryView> entries, List<PapersView.Cancellation> cancellations, LocalDate today) {
            var agreed = entries.stream()
                    .filter(entry -> entry.kind != LicenceEntryView.Kind.REQUESTED)
                    .toList();
            // The one whose day came last; of several the first of these, which was recorded last.
            var current = agreed.stream()
                    .filter(entry -> entry.effectiveFrom != null && !entry.effectiveFrom.isAfter(today))
                    .max(Comparator.comparing(entry -> Objects.requireNonNull(entry.effectiveFrom)))
                    .orElse(agreed.getLast());
            return new LicenceHistory(
                    licence(current),
                    new Contents(current.type.countedBy(), current.type.modules(), current.type.products()),
                    entries.stream()
                            .map(entry ->
                                    new LicenceEntry(entry.kind, entry.occurredAt, entry.effectiveFrom, licence(entry)))
                            .toList(),
                    cancellations);
        }

        private static Licence licence(LicenceEntryView entry) {
            return new Licence(entry.type, entry.name, entry.users, entry.employees, entry.environments, entry.returns);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Invoice(
            String invoiceId,
            String period,
            String licenceAmount,
            String firstClassAmount,
            String serviceAmount,
            @Schema(
                            description =
                                    "How the month's invoices together differ from what was agreed, as this invoice"
                                            + " showed; the right to First Class stands")
                    @Nullable
                    FirstClassMismatch firstClassMismatch) {

        static Invoice of(InvoiceView invoice) {
            return new Invoice(
                    invoice.invoiceId,
                    invoice.period,
                    invoice.licenceAmount.toPlainString(),
                    invoice.firstClassAmount.toPlainString(),
                    invoice.serviceAmount.toPlainString(),
                    invoice.firstClassMismatch);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Exit(
            ExitOption option,
            Instant chosenAt,
            LocalDate effectiveFrom,
            @Nullable LocalDate until,
            @Nullable Integer users,
            @Nullable String monthlyAmount,
            @Schema(description = "Highest monthly amount of the months that count") @Nullable String basisAmount,
            @Schema(description = "Nobody chose; it follows from the end of another option") boolean byDefault,
            @Nullable LocalDate expiredOn) {

        static Exit of(ExitChoiceView choice) {
            return new Exit(
                    choice.option,
                    choice.chosenAt,
                    choice.effectiveFrom,
                    choice.until,
                    choice.users,
                    text(choice.monthlyAmount),
                    text(choice.basisAmount),
                    choice.byDefault,
                    choice.expiredOn);
        }

        private static @Nullable String text(@Nullable BigDecimal euros) {
            return Optional.ofNullable(euros).map(BigDecimal::toPlainString).orElse(null);
        }
    }
}
