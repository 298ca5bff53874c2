/** What others may know of an agreement. */
@NullMarked
package nl.waarborg.processoragreement.agreement.publication;

import org.jspecify.annotations.NullMarked;
