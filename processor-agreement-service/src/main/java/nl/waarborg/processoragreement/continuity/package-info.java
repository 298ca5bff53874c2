/** Continuity of the service when a party to it goes bankrupt (XSV-051). */
@NullMarked
package nl.waarborg.processoragreement.continuity;

import org.jspecify.annotations.NullMarked;
