/** Measures and certificates as they are now. */
@NullMarked
package nl.waarborg.processoragreement.measure.projection;

import org.jspecify.annotations.NullMarked;
