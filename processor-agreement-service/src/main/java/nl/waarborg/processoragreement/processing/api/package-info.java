/** The processing register, instructions and disclosures over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.processing.api;

import org.jspecify.annotations.NullMarked;
