/** How events of organisation data are stored. */
@NullMarked
package nl.waarborg.processoragreement.organisation.storage;

import org.jspecify.annotations.NullMarked;
