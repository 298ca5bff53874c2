/** Under which names the events of incidents are stored. */
@NullMarked
package nl.waarborg.incident.incident.storage;

import org.jspecify.annotations.NullMarked;
