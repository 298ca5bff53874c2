/** What others may know of outages. */
@NullMarked
package nl.waarborg.availability.outage.publication;

import org.jspecify.annotations.NullMarked;
