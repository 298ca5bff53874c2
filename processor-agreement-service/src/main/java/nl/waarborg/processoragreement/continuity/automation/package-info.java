/** What the clock asks of continuity. */
@NullMarked
package nl.waarborg.processoragreement.continuity.automation;

import org.jspecify.annotations.NullMarked;
