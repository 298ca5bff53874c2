package nl.waarborg.processoragreement.subprocessor.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.subprocessor.domain.AskedCustomer;
import nl.waarborg.processoragreement.subprocessor.domain.Consent;

/** Who was asked to consent to a supplier that replaces staff, for the rules. */
@ApplicationScoped
public class AskedCustomers {

    /** Of each customer the latest: who refused may be asked again. */
    private static final String LATEST =
            """
            select distinct on (tenant_id) tenant_id, state from replacement_consent where subprocessor_id = ?
            order by tenant_id, requested_at desc, consent_id desc""";

    private final Rows rows;

    public AskedCustomers(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    public List<AskedCustomer> of(UUID subprocessor) {
        return rows.list(
                LATEST,
                row -> new AskedCustomer(row.uuid("tenant_id"), Consent.valueOf(row.text("state"))),
                subprocessor);
    }
}
