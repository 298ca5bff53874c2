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
import nl.waarborg.processoragreement.agreement.domain.TerminationGround;
import nl.waarborg.terms.Preset;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An agreement as it stands. Days are those of Europe/Amsterdam. */
@Entity
@Immutable
@Table(name = "agreement")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class AgreementView extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID tenantId;

    public int version;
    public String provider;
    public String reference;
    public String name;

    @Enumerated(EnumType.STRING)
    public Preset preset;

    public LocalDate concludedOn;
    public @Nullable LocalDate initialPeriodEnd;
    public @Nullable LocalDate extendedUntil;

    @Enumerated(EnumType.STRING)
    public @Nullable TerminationGround terminationGround;

    public @Nullable Instant noticeAt;
    public @Nullable LocalDate endsOn;
    public @Nullable LocalDate endedOn;
    public @Nullable Instant signedAt;

    /** Ciphertext. */
    public @Nullable String signedBy;

    /** One a line, once the agreement ended (PRA-008). */
    public @Nullable String survivingProvisions;
}
