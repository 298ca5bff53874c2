package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.processoragreement.agreement.domain.Licence;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What was licensed, asked for or changed. */
@Entity
@Immutable
@Table(name = "licence_entry")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class LicenceEntryView extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID tenantId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public Instant occurredAt;
    public @Nullable LocalDate effectiveFrom;

    @Enumerated(EnumType.STRING)
    public Licence.Type type;

    public @Nullable String name;
    public int users;
    public int employees;
    public int environments;
    public int returns;

    public enum Kind {
        CONCLUDED,
        REQUESTED,
        CHANGED
    }
}
