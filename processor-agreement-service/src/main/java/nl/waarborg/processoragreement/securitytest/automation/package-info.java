/** What the clock asks of security tests. */
@NullMarked
package nl.waarborg.processoragreement.securitytest.automation;

import org.jspecify.annotations.NullMarked;
