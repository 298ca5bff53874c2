/** What other services may know of a breach: that there is one. */
@NullMarked
package nl.waarborg.processoragreement.securityincident.publication;

import org.jspecify.annotations.NullMarked;
