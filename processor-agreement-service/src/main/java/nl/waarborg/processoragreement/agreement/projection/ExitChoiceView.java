package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An exit option that was chosen; amounts in euros excluding VAT. */
@Entity
@Immutable
@Table(name = "exit_choice")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ExitChoiceView extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID tenantId;

    @Enumerated(EnumType.STRING)
    public ExitOption option;

    public Instant chosenAt;
    public LocalDate effectiveFrom;
    public @Nullable LocalDate until;
    public @Nullable Integer users;
    public @Nullable BigDecimal monthlyAmount;
    public @Nullable BigDecimal basisAmount;
    public boolean byDefault;
    public @Nullable LocalDate expiredOn;
}
