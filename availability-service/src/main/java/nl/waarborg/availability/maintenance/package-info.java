/** Maintenance of a vendor's platform. */
@NullMarked
package nl.waarborg.availability.maintenance;

import org.jspecify.annotations.NullMarked;
