package nl.waarborg.processoragreement.subprocessor.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.subprocessor.VendorSettings;
import nl.waarborg.processoragreement.subprocessor.domain.SupplierTerms;
import nl.waarborg.terms.Terms;

/** What a vendor promises about suppliers at a moment, for the rules. */
@ApplicationScoped
public class VendorSupplierTerms {

    /** Only those that deviate: the standard speaks for all others. */
    private static final String DEVIATING =
            """
            select distinct a.tenant_id from agreed_term a join tenant t on t.tenant_id = a.tenant_id
            where t.provider = ? and a.key = 'subprocessor.notice' and a.origin <> 'PRESET'""";

    private final Rows rows;
    private final AgreedTerms agreed;
    private final VendorSettings settings;

    public VendorSupplierTerms(
            @DataSource("writer") javax.sql.DataSource writer, AgreedTerms agreed, VendorSettings settings) {
        this.rows = new Rows(writer);
        this.agreed = agreed;
        this.settings = settings;
    }

    /** Empty for what is no vendor here. */
    public Optional<SupplierTerms> of(String provider, Instant at) {
        return Optional.ofNullable(settings.presets().get(provider))
                .map(preset -> SupplierTerms.of(Terms.of(preset), customers(provider, at)));
    }

    private List<Terms> customers(String provider, Instant at) {
        return rows.list(DEVIATING, row -> row.uuid("tenant_id"), provider).stream()
                .flatMap(tenant -> agreed.of(tenant).at(at).stream())
                .toList();
    }
}
