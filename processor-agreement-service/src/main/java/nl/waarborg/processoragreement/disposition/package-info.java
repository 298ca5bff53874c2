/** What becomes of a customer's personal data at the end (PRA-058 to PRA-061). */
@NullMarked
package nl.waarborg.processoragreement.disposition;

import org.jspecify.annotations.NullMarked;
