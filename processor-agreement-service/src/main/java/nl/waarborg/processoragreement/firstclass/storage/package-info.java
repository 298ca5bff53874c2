/** How the events of First Class are stored. */
@NullMarked
package nl.waarborg.processoragreement.firstclass.storage;

import org.jspecify.annotations.NullMarked;
