/** What every part asks of a vendor's platform. */
@NullMarked
package nl.waarborg.availability.platform;

import org.jspecify.annotations.NullMarked;
