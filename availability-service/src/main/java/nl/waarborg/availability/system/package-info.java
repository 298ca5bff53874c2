/** Systems, servers and data centres, vertically. */
@NullMarked
package nl.waarborg.availability.system;

import org.jspecify.annotations.NullMarked;
