/** How events of continuity are stored. */
@NullMarked
package nl.waarborg.processoragreement.continuity.storage;

import org.jspecify.annotations.NullMarked;
