/** Outages, what they turned out to be, and the ledger of what does not count. */
@NullMarked
package nl.waarborg.availability.outage.domain;

import org.jspecify.annotations.NullMarked;
