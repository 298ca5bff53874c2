/** How the events of an exit are stored. */
@NullMarked
package nl.waarborg.processoragreement.exit.storage;

import org.jspecify.annotations.NullMarked;
