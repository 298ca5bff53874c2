/** What the clock asks of access. */
@NullMarked
package nl.waarborg.processoragreement.access.automation;

import org.jspecify.annotations.NullMarked;
