/** How events of measures and certificates are stored. */
@NullMarked
package nl.waarborg.processoragreement.measure.storage;

import org.jspecify.annotations.NullMarked;
