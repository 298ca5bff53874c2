/** How events of access are stored. */
@NullMarked
package nl.waarborg.processoragreement.access.storage;

import org.jspecify.annotations.NullMarked;
