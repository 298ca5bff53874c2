/** Whom a vendor addresses at a customer (PRA-052). */
@NullMarked
package nl.waarborg.processoragreement.contact;

import org.jspecify.annotations.NullMarked;
