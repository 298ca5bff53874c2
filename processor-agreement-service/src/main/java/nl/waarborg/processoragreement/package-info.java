/** What was agreed with each customer, and since when. */
@NullMarked
package nl.waarborg.processoragreement;

import org.jspecify.annotations.NullMarked;
