/** Systems, servers and data centres in tables. */
@NullMarked
package nl.waarborg.availability.system.projection;

import org.jspecify.annotations.NullMarked;
