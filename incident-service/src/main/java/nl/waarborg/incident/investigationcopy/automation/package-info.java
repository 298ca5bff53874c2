/** What backup-service says, and what the clock asks, of copies. */
@NullMarked
package nl.waarborg.incident.investigationcopy.automation;

import org.jspecify.annotations.NullMarked;
