package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One stretch of First Class. */
@Entity
@Immutable
@Table(name = "first_class_period")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class FirstClassPeriodView extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID tenantId;

    public LocalDate registeredOn;
    public LocalDate startsOn;
    public boolean started;
    public @Nullable Instant cancelledAt;
    public @Nullable LocalDate endsOn;
    public boolean ended;
}
