/** The processing register, instructions and disclosures as they stand. */
@NullMarked
package nl.waarborg.processoragreement.processing.projection;

import org.jspecify.annotations.NullMarked;
