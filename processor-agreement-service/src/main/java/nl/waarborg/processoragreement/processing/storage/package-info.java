/** How events of the processing register, instructions and disclosures are stored. */
@NullMarked
package nl.waarborg.processoragreement.processing.storage;

import org.jspecify.annotations.NullMarked;
