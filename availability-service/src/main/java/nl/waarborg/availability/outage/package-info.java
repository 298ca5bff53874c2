/** Outages, vertically. */
@NullMarked
package nl.waarborg.availability.outage;

import org.jspecify.annotations.NullMarked;
