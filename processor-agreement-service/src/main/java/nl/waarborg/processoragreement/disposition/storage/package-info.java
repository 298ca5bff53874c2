/** How the events of a disposition are stored. */
@NullMarked
package nl.waarborg.processoragreement.disposition.storage;

import org.jspecify.annotations.NullMarked;
