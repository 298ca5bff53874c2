/** What months count, closed months, and who reads them. */
@NullMarked
package nl.waarborg.availability.month.projection;

import org.jspecify.annotations.NullMarked;
