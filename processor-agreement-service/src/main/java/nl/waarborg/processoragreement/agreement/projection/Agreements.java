package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/** Queries; each sees the caller's tenants only. */
@ApplicationScoped
@TenantScope
public class Agreements {

    private static final String MODEL = "select code from recognised_model where provider = ? and code = ?";

    private final PersonalData personalData;
    private final DataSource reader;

    public Agreements(PersonalData personalData, DataSource reader) {
        this.personalData = personalData;
        this.reader = reader;
    }

    public Optional<AgreementView> find(UUID agreement) {
        return AgreementView.findByIdOptional(agreement);
    }

    private record Place(String name, UUID id) {}

    /** By name, then by id. */
    public Page<AgreementView> list(PageQuery page) {
        var after = page.after(2, key -> new Place(key.getFirst(), UUID.fromString(key.getLast())));
        var order = Sort.by("name").and("id");
        var found = after.isEmpty()
                ? AgreementView.<AgreementView>findAll(order)
                : AgreementView.<AgreementView>find(
                        "(name, id) > (?1, ?2)",
                        order,
                        after.get().name(),
                        after.get().id());
        return Page.of(
                found.range(0, page.fetch() - 1).list(),
                page,
                agreement -> List.of(agreement.name, agreement.id.toString()));
    }

    /** Null if nobody signed, or the tenant's key was destroyed. */
    public @Nullable String signedBy(AgreementView agreement) {
        return personalData.reveal(agreement.tenantId, agreement.signedBy);
    }

    /** Whether the vendor recognises a model of processor agreements by this code (PRA-003). */
    public boolean recognises(String provider, String model) {
        return !new Rows(reader)
                .list(MODEL, row -> row.text("code"), provider, model)
                .isEmpty();
    }

    /** The terms in force: the highest version whose validity holds the instant (OP-72). Its terms are loaded. */
    public Optional<TermsVersionView> terms(UUID tenant, Instant at) {
        return TermsVersionView.<TermsVersionView>find(
                        "tenantId = ?1 and validFrom <= ?2 and (validTo is null or validTo > ?2)",
                        Sort.descending("version"),
                        tenant,
                        at)
                .firstResultOptional()
                .map(Agreements::withTerms);
    }

    private static TermsVersionView withTerms(TermsVersionView version) {
        Hibernate.initialize(version.terms);
        return version;
    }

    /** Without their terms, the newest first. */
    public List<TermsVersionView> termsVersions(UUID tenant) {
        return TermsVersionView.list("tenantId", Sort.descending("version"), tenant);
    }

    /** By first day. */
    public List<FirstClassPeriodView> firstClass(UUID tenant) {
        return FirstClassPeriodView.list("tenantId", Sort.by("startsOn"), tenant);
    }

    /** The newest first. */
    public List<LicenceEntryView> licence(UUID tenant) {
        return LicenceEntryView.list("tenantId", Sort.descending("id"), tenant);
    }

    /** By month. */
    public List<InvoiceView> invoices(UUID tenant) {
        return InvoiceView.list("tenantId", Sort.by("period").and("id"), tenant);
    }

    /** The newest first. */
    public List<ExitChoiceView> exitChoices(UUID tenant) {
        return ExitChoiceView.list("tenantId", Sort.descending("id"), tenant);
    }
}
