/** What the clock does to incidents. */
@NullMarked
package nl.waarborg.incident.incident.automation;

import org.jspecify.annotations.NullMarked;
