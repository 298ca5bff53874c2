/** What is on record of a customer's organisation. */
@NullMarked
package nl.waarborg.processoragreement.organisation.projection;

import org.jspecify.annotations.NullMarked;
