/** How events of contacts are stored. */
@NullMarked
package nl.waarborg.processoragreement.contact.storage;

import org.jspecify.annotations.NullMarked;
