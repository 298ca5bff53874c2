package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import nl.waarborg.processoragreement.agreement.domain.FirstClassMismatch;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

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

    /** What the invoice showed of the month, until another one settles it (OP-82). */
    @Enumerated(EnumType.STRING)
    public @Nullable FirstClassMismatch firstClassMismatch;
}
