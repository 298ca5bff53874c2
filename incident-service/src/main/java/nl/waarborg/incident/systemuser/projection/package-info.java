/** Who has access to which environment, since when and until when. */
@NullMarked
package nl.waarborg.incident.systemuser.projection;

import org.jspecify.annotations.NullMarked;
