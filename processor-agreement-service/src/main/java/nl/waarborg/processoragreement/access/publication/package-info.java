/** What other services may know of the vendor's staff. */
@NullMarked
package nl.waarborg.processoragreement.access.publication;

import org.jspecify.annotations.NullMarked;
