/** What others may know of servers. */
@NullMarked
package nl.waarborg.availability.system.publication;

import org.jspecify.annotations.NullMarked;
