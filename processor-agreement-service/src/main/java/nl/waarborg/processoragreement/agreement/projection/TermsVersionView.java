package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.terms.Preset;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One version of a tenant's terms. */
@Entity
@Immutable
@Table(name = "terms_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class TermsVersionView extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID tenantId;

    public int version;

    @Enumerated(EnumType.STRING)
    public Preset preset;

    public Instant validFrom;
    public @Nullable Instant validTo;
    public boolean statutory;

    @ElementCollection
    @CollectionTable(name = "agreed_term", joinColumns = @JoinColumn(name = "terms_version_id"))
    @OrderBy("key")
    public List<AgreedTermView> terms;
}
