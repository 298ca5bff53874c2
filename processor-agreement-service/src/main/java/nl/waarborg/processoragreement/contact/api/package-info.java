/** Contacts over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.contact.api;

import org.jspecify.annotations.NullMarked;
