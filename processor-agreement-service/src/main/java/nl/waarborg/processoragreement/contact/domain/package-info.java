/** Contacts of a customer and their roles (PRA-052, OP-54). */
@NullMarked
package nl.waarborg.processoragreement.contact.domain;

import org.jspecify.annotations.NullMarked;
