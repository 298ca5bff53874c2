package nl.waarborg.processoragreement.agreement.projection;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import nl.waarborg.terms.Term.Origin;

/** A term of one version, in its written form. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class AgreedTermView {

    public String key;
    public String value;
    public String clause;

    @Enumerated(EnumType.STRING)
    public Origin origin;
}
