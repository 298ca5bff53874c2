/** How the events of standard documents are stored. */
@NullMarked
package nl.waarborg.processoragreement.document.storage;

import org.jspecify.annotations.NullMarked;
