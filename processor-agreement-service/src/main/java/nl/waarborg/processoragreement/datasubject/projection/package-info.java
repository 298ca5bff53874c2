/** Requests of data subjects as the customer sees them. */
@NullMarked
package nl.waarborg.processoragreement.datasubject.projection;

import org.jspecify.annotations.NullMarked;
