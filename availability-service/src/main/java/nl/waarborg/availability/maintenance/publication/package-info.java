/** What others may know of maintenance. */
@NullMarked
package nl.waarborg.availability.maintenance.publication;

import org.jspecify.annotations.NullMarked;
