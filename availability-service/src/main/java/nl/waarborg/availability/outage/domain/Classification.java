package nl.waarborg.availability.outage.domain;

import nl.waarborg.availability.system.domain.ResponsibleParty;

/**
 * What an outage turned out to be (AVL-046, OP-22).
 *
 * @param calamity whether it was one; it then leaves the figure by the Definitions, not the contractual one
 * @param cause in words, without personal data
 */
public record Classification(ResponsibleParty responsibleParty, boolean calamity, String cause) {}
