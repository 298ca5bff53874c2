/** Security tests and their results, and when the next is due. */
@NullMarked
package nl.waarborg.processoragreement.securitytest.projection;

import org.jspecify.annotations.NullMarked;
