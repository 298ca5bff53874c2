/** What others may know of a disposition. */
@NullMarked
package nl.waarborg.processoragreement.disposition.publication;

import org.jspecify.annotations.NullMarked;
