/** What the clock asks of agreements. */
@NullMarked
package nl.waarborg.processoragreement.agreement.automation;

import org.jspecify.annotations.NullMarked;
