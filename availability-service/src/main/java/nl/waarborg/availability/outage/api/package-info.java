/** Outages over REST, and what monitors post about them. */
@NullMarked
package nl.waarborg.availability.outage.api;

import org.jspecify.annotations.NullMarked;
