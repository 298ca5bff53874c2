/** Notices kept from outages and maintenance in the transaction of their append, and the reading of them. */
@NullMarked
package nl.waarborg.availability.status.projection;

import org.jspecify.annotations.NullMarked;
