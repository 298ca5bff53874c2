/** Stored names of what happens to systems, servers and data centres. */
@NullMarked
package nl.waarborg.availability.system.storage;

import org.jspecify.annotations.NullMarked;
