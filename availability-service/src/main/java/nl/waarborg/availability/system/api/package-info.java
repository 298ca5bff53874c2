/** Systems, servers and data centres over REST, and what monitors post about them. */
@NullMarked
package nl.waarborg.availability.system.api;

import org.jspecify.annotations.NullMarked;
