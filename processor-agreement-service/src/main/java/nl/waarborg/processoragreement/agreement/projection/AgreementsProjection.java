package nl.waarborg.processoragreement.agreement.projection;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreedTerm;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementDocumentAttached;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementExtended;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementSigned;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionExpired;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchDetected;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchWithdrawn;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassStarted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassSubscribed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancellationRefused;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChangeRequested;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SeparateProcessorAgreementRegistered;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SlaVersionAdopted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SpecificTermAgreed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TerminationRefused;
import nl.waarborg.processoragreement.agreement.domain.InvoiceLine;
import nl.waarborg.processoragreement.agreement.domain.Licence;
import nl.waarborg.processoragreement.agreement.domain.TerminationScope;
import org.jspecify.annotations.Nullable;

/** Everything that is shown of an agreement: itself, its terms, First Class, licence, invoices and exit. */
public final class AgreementsProjection implements Projection<AgreementEvent> {

    private static final String CONCLUDED =
            """
            insert into agreement (id, tenant_id, version, provider, reference, name, preset, concluded_on,
                initial_period_end, contacts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String VERSION = "update agreement set version = ? where id = ?";
    private static final String EXTENDED = "update agreement set extended_until = ? where id = ?";
    private static final String TERMINATED =
            "update agreement set termination_ground = ?, notice_at = ?, ends_on = ? where id = ?";
    private static final String ENDED = "update agreement set ended_on = ?, surviving_provisions = ? where id = ?";
    private static final String SIGNED = "update agreement set signed_at = ?, signed_by = ? where id = ?";
    private static final String CANCELLATION =
            """
            insert into licence_cancellation (id, tenant_id, received_at, ends_on, latest_receipt, first_end, refusal)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADOPTED =
            """
            insert into adopted_sla_version (tenant_id, sla_version, terms_version, effective_from, statutory)
            values (?, ?, ?, ?, ?)""";
    private static final String SEPARATE =
            """
            insert into separate_agreement (id, tenant_id, title, model, effective_from, registered_at)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String PROVISION =
            """
            insert into specific_provision (id, tenant_id, key, value, clause, effective_from) values (?, ?, ?, ?, ?, ?)""";
    private static final String DOCUMENT =
            """
            insert into agreement_document (document_id, tenant_id, kind, title, media_type, content, sha256, attached_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String TERMS =
            """
            insert into terms_version (id, tenant_id, version, preset, valid_from, valid_to, statutory)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String TERM =
            """
            insert into agreed_term (terms_version_id, tenant_id, key, value, clause, origin)
            select ?, ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[])""";
    private static final String LATER_SUBSCRIPTION =
            "delete from first_class_period where tenant_id = ? and not started and ends_on is null";
    private static final String SUBSCRIBED =
            "insert into first_class_period (id, tenant_id, registered_on, starts_on) values (?, ?, ?, ?)";
    private static final String STARTED =
            "update first_class_period set started = true where tenant_id = ? and starts_on = ?";
    private static final String CANCELLED =
            """
            update first_class_period set cancelled_at = ?, ends_on = ?
            where id = (select id from first_class_period where tenant_id = ? order by starts_on desc limit 1)""";
    private static final String FIRST_CLASS_ENDED =
            "update first_class_period set ends_on = ?, ended = true where tenant_id = ? and started and not ended";
    private static final String FIRST_CLASS_OVER =
            "update first_class_period set ends_on = least(ends_on, ?), ended = true where tenant_id = ? and not ended";
    private static final String LICENCE =
            """
            insert into licence_entry (id, tenant_id, kind, occurred_at, effective_from, type, name, users, employees,
                environments, returns)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INVOICE =
            """
            insert into invoice (id, tenant_id, invoice_id, period, licence_amount, first_class_amount, service_amount)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String MISMATCH =
            "update invoice set first_class_mismatch = ? where tenant_id = ? and invoice_id = ?";
    private static final String MISMATCH_WITHDRAWN =
            "update invoice set first_class_mismatch = null where tenant_id = ? and period = ?";
    private static final String EXIT_CHOSEN =
            """
            insert into exit_choice (id, tenant_id, option, chosen_at, effective_from, until, users, monthly_amount,
                basis_amount, by_default)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String EXIT_EXPIRED =
            "update exit_choice set expired_on = ? where tenant_id = ? and option = ? and until = ?";

    private final PersonalData personalData;

    public AgreementsProjection(PersonalData personalData) {
        this.personalData = personalData;
    }

    @Override
    public String name() {
        return "agreements";
    }

    @Override
    public Class<AgreementEvent> events() {
        return AgreementEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "agreement",
                "terms_version",
                "agreed_term",
                "first_class_period",
                "licence_entry",
                "invoice",
                "exit_choice",
                "licence_cancellation",
                "adopted_sla_version",
                "separate_agreement",
                "specific_provision",
                "agreement_document");
    }

    @Override
    public void apply(List<RecordedEvent<AgreementEvent>> events, Connection connection) throws SQLException {
        var sql = new Sql(connection);
        for (var recorded : events) {
            apply(recorded, sql);
            sql.run(VERSION, recorded.version(), recorded.stream().id());
        }
    }

    private void apply(RecordedEvent<AgreementEvent> recorded, Sql sql) throws SQLException {
        var agreement = recorded.stream().id();
        var tenant = recorded.tenant();
        switch (recorded.event()) {
            case AgreementConcluded e -> {
                sql.run(
                        CONCLUDED,
                        agreement,
                        tenant,
                        recorded.version(),
                        e.provider(),
                        e.reference(),
                        e.name(),
                        e.preset(),
                        e.concludedOn(),
                        e.initialPeriodEnd(),
                        personalData.protect(tenant, Contacts.write(e.contacts())));
                licence(recorded, "CONCLUDED", e.concludedOn(), e.licence(), sql);
            }
            case TenantTermsPublished e -> {
                sql.run(
                        TERMS,
                        recorded.id(),
                        tenant,
                        e.termsVersion(),
                        e.preset(),
                        e.validFrom(),
                        e.validTo(),
                        e.statutory());
                sql.run(
                        TERM,
                        recorded.id(),
                        tenant,
                        e.terms().stream().map(AgreedTerm::key).toList(),
                        e.terms().stream().map(AgreedTerm::value).toList(),
                        e.terms().stream().map(AgreedTerm::clause).toList(),
                        e.terms().stream().map(term -> term.origin().name()).toList());
            }
            case FirstClassSubscribed e -> {
                sql.run(LATER_SUBSCRIPTION, tenant);
                sql.run(SUBSCRIBED, recorded.id(), tenant, e.registeredOn(), e.startsOn());
            }
            case FirstClassStarted e -> sql.run(STARTED, tenant, e.startsOn());
            case FirstClassCancelled e -> sql.run(CANCELLED, e.receivedAt(), e.endsOn(), tenant);
            case FirstClassEnded e -> sql.run(FIRST_CLASS_ENDED, e.endsOn(), tenant);
            case LicenceChangeRequested e -> licence(recorded, "REQUESTED", null, e.licence(), sql);
            case LicenceChanged e -> licence(recorded, "CHANGED", e.effectiveFrom(), e.licence(), sql);
            case InvoiceRecorded e ->
                sql.run(
                        INVOICE,
                        recorded.id(),
                        tenant,
                        e.invoiceId(),
                        e.period(),
                        sum(e, InvoiceLine.Kind.LICENCE),
                        sum(e, InvoiceLine.Kind.FIRST_CLASS),
                        sum(e, InvoiceLine.Kind.SERVICE));
            case FirstClassMismatchDetected e -> sql.run(MISMATCH, e.mismatch(), tenant, e.invoiceId());
            case FirstClassMismatchWithdrawn e -> sql.run(MISMATCH_WITHDRAWN, tenant, e.period());
            case ExitOptionChosen e ->
                sql.run(
                        EXIT_CHOSEN,
                        recorded.id(),
                        tenant,
                        e.option(),
                        recorded.occurredAt(),
                        e.effectiveFrom(),
                        e.until(),
                        e.users(),
                        e.monthlyAmount(),
                        e.basisAmount(),
                        e.byDefault());
            case ExitOptionExpired e -> sql.run(EXIT_EXPIRED, e.expiredOn(), tenant, e.option(), e.expiredOn());
            case AgreementExtended e -> sql.run(EXTENDED, e.until(), agreement);
            case AgreementTerminated e -> {
                if (e.scope() == TerminationScope.WHOLE) {
                    sql.run(TERMINATED, e.ground(), e.noticeAt(), e.endsOn(), agreement);
                }
            }
            case TerminationRefused _ -> {}
            case LicenceCancelled e ->
                sql.run(CANCELLATION, recorded.id(), tenant, e.receivedAt(), e.endsOn(), e.latestReceipt(), null, null);
            case LicenceCancellationRefused e ->
                sql.run(
                        CANCELLATION,
                        recorded.id(),
                        tenant,
                        e.receivedAt(),
                        e.requestedEnd(),
                        e.latestReceipt(),
                        e.firstEnd(),
                        e.reason());
            case SlaVersionAdopted e ->
                sql.run(ADOPTED, tenant, e.slaVersion(), e.termsVersion(), e.effectiveFrom(), e.statutory());
            case SeparateProcessorAgreementRegistered e ->
                sql.run(
                        SEPARATE,
                        recorded.id(),
                        tenant,
                        personalData.protect(tenant, e.title()),
                        e.model(),
                        e.effectiveFrom(),
                        recorded.occurredAt());
            case SpecificTermAgreed e ->
                sql.run(PROVISION, recorded.id(), tenant, e.key(), e.value(), e.clause(), e.effectiveFrom());
            case AgreementSigned e ->
                sql.run(SIGNED, e.signedAt(), personalData.protect(tenant, e.signedBy()), agreement);
            case AgreementDocumentAttached e ->
                sql.run(
                        DOCUMENT,
                        e.documentId(),
                        tenant,
                        e.kind(),
                        personalData.protect(tenant, e.title()),
                        e.mediaType(),
                        personalData.protect(tenant, e.content()),
                        e.sha256(),
                        recorded.occurredAt());
            case AgreementEnded e -> {
                sql.run(ENDED, e.endedOn(), String.join("\n", e.survivingProvisions()), agreement);
                sql.run(FIRST_CLASS_OVER, e.endedOn(), tenant);
            }
        }
    }

    private static void licence(
            RecordedEvent<?> recorded, String kind, @Nullable LocalDate effectiveFrom, Licence licence, Sql sql)
            throws SQLException {
        sql.run(
                LICENCE,
                recorded.id(),
                recorded.tenant(),
                kind,
                recorded.occurredAt(),
                effectiveFrom,
                licence.type(),
                licence.name(),
                licence.users(),
                licence.employees(),
                licence.environments(),
                licence.returns());
    }

    private static BigDecimal sum(InvoiceRecorded invoice, InvoiceLine.Kind kind) {
        return invoice.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(InvoiceLine::amount)
                .reduce(ZERO, BigDecimal::add);
    }
}
