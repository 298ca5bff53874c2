/** The contacts of a customer as they are now. */
@NullMarked
package nl.waarborg.processoragreement.contact.projection;

import org.jspecify.annotations.NullMarked;
