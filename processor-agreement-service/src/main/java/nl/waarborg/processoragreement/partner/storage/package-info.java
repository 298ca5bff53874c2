/** How events of partners are stored. */
@NullMarked
package nl.waarborg.processoragreement.partner.storage;

import org.jspecify.annotations.NullMarked;
