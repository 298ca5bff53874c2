/** What other services tell that may be an outage. */
@NullMarked
package nl.waarborg.availability.outage.automation;

import org.jspecify.annotations.NullMarked;
