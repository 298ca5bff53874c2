/** What one aggregate's commands know of others. */
@NullMarked
package nl.waarborg.incident.projection;

import org.jspecify.annotations.NullMarked;
