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
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementExtended;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionExpired;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchDetected;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassStarted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassSubscribed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChangeRequested;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
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
    private static final String ENDED = "update agreement set ended_on = ? where id = ?";
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
    private static final String LICENCE =
            """
            insert into licence_entry (id, tenant_id, kind, occurred_at, effective_from, type, name, users, employees,
                environments, returns)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INVOICE =
            """
            insert into invoice (id, tenant_id, invoice_id, period, licence_amount, first_class_amount, service_amount)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String FIRST_CLASS_MISSING =
            "update invoice set first_class_missing = true where tenant_id = ? and invoice_id = ?";
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
                "exit_choice");
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
            case FirstClassMismatchDetected e -> sql.run(FIRST_CLASS_MISSING, tenant, e.invoiceId());
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
            case AgreementEnded e -> sql.run(ENDED, e.endedOn(), agreement);
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
