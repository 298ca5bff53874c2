/** What the clock asks of certificates. */
@NullMarked
package nl.waarborg.processoragreement.measure.automation;

import org.jspecify.annotations.NullMarked;
