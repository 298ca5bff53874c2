/** Outages, their news, the exclusion ledger and candidates in tables. */
@NullMarked
package nl.waarborg.availability.outage.projection;

import org.jspecify.annotations.NullMarked;
