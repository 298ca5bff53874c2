package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What was invoiced, by kind, in euros excluding VAT. */
@Entity
@Immutable
@Table(name = "invoice")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class InvoiceView extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID tenantId;

    public String invoiceId;

    /** The month, as 2026-04. */
    public String period;

    public BigDecimal licenceAmount;
    public BigDecimal firstClassAmount;
    public BigDecimal serviceAmount;

    /** First Class was active and not invoiced (OP-82). */
    public boolean firstClassMissing;
}
