package nl.waarborg.processoragreement.agreement.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChangeLicence;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChangeTerms;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChooseExitOption;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ConcludeAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ExtendAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.RecordInvoice;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.TerminateAgreement;
import nl.waarborg.processoragreement.agreement.domain.Contact;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.processoragreement.agreement.domain.InvoiceLine;
import nl.waarborg.processoragreement.agreement.domain.Licence;
import nl.waarborg.processoragreement.agreement.domain.Reading;
import nl.waarborg.processoragreement.agreement.domain.TerminationGround;
import nl.waarborg.processoragreement.agreement.domain.TerminationScope;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.UnacceptableTerms;
import nl.waarborg.terms.calendar.CalendarId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be asked, over REST and by posted events alike. Days are those of Europe/Amsterdam. */
final class Requests {

    private Requests() {}

    record Conclude(
            @Schema(description = "The vendor's own number of the agreement", examples = "A-10045")
                    @NotBlank
                    @Size(max = 100)
                    String reference,
            @Schema(description = "The customer's organisation", examples = "Woonstichting De Brug")
                    @NotBlank
                    @Size(max = 200)
                    String name,
            Preset preset,
            @Schema(description = "Term keys with their values in written form, or ABSENT") @Nullable
                    Map<String, String> deviations,
            @Schema(description = "First day of the agreement", examples = "2026-01-01") LocalDate concludedOn,
            @Schema(description = "Last day of the initial period, if one was agreed", examples = "2028-12-31")
                    @Nullable
                    LocalDate initialPeriodEnd,
            @Valid LicenceForm licence,
            @Nullable List<@Valid ContactForm> contacts) {

        /** @throws ProblemException naming each deviation that cannot be */
        ConcludeAgreement command(String provider, Predicate<CalendarId> calendars) {
            return new ConcludeAgreement(
                    provider,
                    reference,
                    name,
                    preset,
                    Requests.deviations(
                            deviations == null ? Map.of() : deviations, Origin.SPECIFIC_PROVISION, null, calendars),
                    concludedOn,
                    initialPeriodEnd,
                    licence.licence(),
                    contacts == null
                            ? List.of()
                            : contacts.stream().map(ContactForm::contact).toList());
        }
    }

    record LicenceForm(
            Licence.Type type,
            @Schema(description = "Name of the licence on the invoice", examples = "ERP Professional")
                    @Nullable
                    @Size(min = 1, max = 200)
                    String name,
            @Schema(examples = "120") @Min(0) int users,
            @Schema(examples = "450") @Min(0) int employees,
            @Schema(examples = "3") @Min(0) int environments,
            @Schema(description = "Wage tax return numbers", examples = "4") @Min(0) int returns) {

        Licence licence() {
            return new Licence(type, name, users, employees, environments, returns);
        }
    }

    record ContactForm(
            @Schema(description = "The person as incident-service knows it") @Nullable UUID personId,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotEmpty Set<Contact.Role> roles) {

        Contact contact() {
            return new Contact(personId, name, email, Set.copyOf(roles));
        }
    }

    record Change(
            @Schema(description = "Term keys with their values in written form, or ABSENT")
                    Map<String, String> deviations,
            @Schema(description = "Keys whose earlier deviations no longer hold") @Nullable List<String> restored,
            @Schema(description = "Where it was agreed; SPECIFIC_PROVISION unless said otherwise") @Nullable
                    AgreedIn origin,
            @Schema(description = "The clause of that document", examples = "art. 7")
                    @Nullable
                    @Size(min = 1, max = 200)
                    String clause,
            @Schema(description = "First day of the new terms", examples = "2026-07-01") LocalDate effectiveFrom,
            @Schema(description = "The change follows from a change of law") @Nullable Boolean statutory) {

        enum AgreedIn {
            SPECIFIC_PROVISION,
            SEPARATE_AGREEMENT
        }

        /** @throws ProblemException naming each deviation that cannot be */
        ChangeTerms command(Instant at, Predicate<CalendarId> calendars) {
            var agreedIn = origin == null ? Origin.SPECIFIC_PROVISION : Origin.valueOf(origin.name());
            return new ChangeTerms(
                    Requests.deviations(deviations, agreedIn, clause, calendars),
                    keys(restored == null ? List.of() : restored),
                    effectiveFrom,
                    Boolean.TRUE.equals(statutory),
                    at);
        }
    }

    /** Business time of something that was done before it is entered. */
    record Moment(
            @Schema(description = "When it was received; only the vendor may give it. Now, if absent") @Nullable
                    Instant at) {}

    record LicenceChange(
            @Valid LicenceForm licence,
            @Schema(description = "First day of the new numbers", examples = "2026-05-01") LocalDate effectiveFrom) {

        ChangeLicence command() {
            return new ChangeLicence(licence.licence(), effectiveFrom);
        }
    }

    record LicenceStop(
            @Schema(description = "When it was received; only the vendor may give it. Now, if absent") @Nullable
                    Instant at,
            @Schema(
                            description = "Last day of the licence; the last before the next invoice period, if absent",
                            examples = "2026-12-31")
                    @Nullable
                    LocalDate statedDate) {}

    record LicenceWish(@Valid LicenceForm licence) {}

    record Invoice(
            @Schema(description = "The vendor's number of the invoice", examples = "F-2026-0412")
                    @NotBlank
                    @Size(max = 100)
                    String invoiceId,
            @Schema(description = "The invoiced month", examples = "2026-04", implementation = String.class)
                    YearMonth period,
            @NotEmpty List<@Valid Line> lines) {

        record Line(
                InvoiceLine.Kind kind,
                @Schema(description = "Euros excluding VAT; negative on a credit", examples = "1850.00")
                        @Pattern(
                                regexp = "-?\\d{1,12}\\.\\d{2}",
                                message = "must be an amount with two decimals such as 1850.00")
                        String amount) {}

        RecordInvoice command() {
            return new RecordInvoice(
                    invoiceId,
                    period,
                    lines.stream()
                            .map(line -> new InvoiceLine(line.kind(), new BigDecimal(line.amount())))
                            .toList());
        }
    }

    record ExitChoice(
            ExitOption option,
            @Schema(description = "First day of the option, after the agreement's last", examples = "2027-01-01")
                    LocalDate effectiveFrom) {

        ChooseExitOption command(Instant at) {
            return new ChooseExitOption(option, effectiveFrom, at);
        }
    }

    record Extension(@Schema(description = "Last day of the extension", examples = "2029-12-31") LocalDate until) {

        ExtendAgreement command() {
            return new ExtendAgreement(until);
        }
    }

    record Termination(
            TerminationGround ground,
            @Schema(description = "PART leaves the rest in force") TerminationScope scope,
            @Schema(description = "With SLA_CHANGE, instead of contestedSlaVersion: the terms version that adopted it")
                    @Nullable
                    @Min(2)
                    Integer contestedTermsVersion,
            @Schema(
                            description = "With SLA_CHANGE: the version of the SLA that is not accepted, about which a"
                                    + " question was answered NOT_RESOLVED where the terms ask for one")
                    @Nullable
                    @Min(1)
                    Integer contestedSlaVersion,
            @Schema(description = "With SUBPROCESSOR: the one that processes data although the customer objected")
                    @Nullable
                    UUID subprocessorId,
            @Schema(
                            description =
                                    "Last day of what is terminated; with SUBPROCESSOR it may be the day of the notice",
                            examples = "2026-12-31")
                    LocalDate endsOn) {

        /**
         * @param agreement tells which version of the SLA a terms version adopted
         * @param unresolved the versions of the SLA about which no solution was found
         * @param disregardedSince since when the sub-processor processes data although the customer objected
         */
        TerminateAgreement command(
                Agreement agreement, Set<Integer> unresolved, @Nullable Instant disregardedSince, Instant at) {
            var contested = contestedSlaVersion;
            if (contested == null
                    && contestedTermsVersion != null
                    && agreement instanceof Agreement.Concluded concluded) {
                contested = concluded.papers().adoptedBy(contestedTermsVersion).orElse(null);
            }
            return new TerminateAgreement(
                    ground,
                    scope,
                    contested,
                    contested != null && unresolved.contains(contested),
                    disregardedSince,
                    endsOn,
                    at);
        }
    }

    private static List<Deviation> deviations(
            Map<String, String> forms, Origin origin, @Nullable String clause, Predicate<CalendarId> calendars) {
        try {
            var read = Deviation.read(forms);
            var unknown = read.stream()
                    .flatMap(deviation -> Reading.noCalendar(deviation, calendars).stream()
                            .map(problem -> new FieldError("/deviations/" + deviation.key(), problem)))
                    .toList();
            if (!unknown.isEmpty()) {
                throw ProblemException.invalidFields(unknown);
            }
            return read.stream()
                    .map(deviation -> new Deviation(
                            deviation.key(), deviation.value(), clause == null ? deviation.clause() : clause, origin))
                    .toList();
        } catch (UnacceptableTerms e) {
            throw ProblemException.invalidFields(e.problems().entrySet().stream()
                    .map(problem -> new FieldError("/deviations/" + problem.getKey(), problem.getValue()))
                    .sorted(Comparator.comparing(FieldError::pointer))
                    .toList());
        }
    }

    /** @throws ProblemException naming each that cannot be */
    static List<Deviation> provisions(
            List<PapersResource.ProvisionForm> forms, Origin origin, Predicate<CalendarId> calendars) {
        var read = new ArrayList<Deviation>();
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<String>();
        for (var i = 0; i < forms.size(); i++) {
            var form = forms.get(i);
            try {
                var provision = Deviation.read(form.key(), form.value(), form.clause(), origin);
                var value = "/provisions/" + i + "/value";
                Reading.noCalendar(provision, calendars)
                        .ifPresent(problem -> errors.add(new FieldError(value, problem)));
                read.add(provision);
                if (!seen.add(form.key())) {
                    errors.add(new FieldError("/provisions/" + i + "/key", "is named twice"));
                }
            } catch (UnacceptableTerms e) {
                var field = TermKey.of(form.key()).isPresent() ? "/value" : "/key";
                errors.add(new FieldError(
                        "/provisions/" + i + field,
                        String.join("; ", e.problems().values())));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidFields(errors);
        }
        return read;
    }

    private static Set<TermKey> keys(List<String> names) {
        var keys = new HashSet<TermKey>();
        var unknown = new ArrayList<FieldError>();
        for (var i = 0; i < names.size(); i++) {
            var pointer = "/restored/" + i;
            TermKey.of(names.get(i))
                    .ifPresentOrElse(
                            keys::add, () -> unknown.add(new FieldError(pointer, "is no term of an agreement")));
        }
        if (!unknown.isEmpty()) {
            throw ProblemException.invalidFields(unknown);
        }
        return keys;
    }
}
