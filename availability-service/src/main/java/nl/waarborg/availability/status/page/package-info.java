/** From what the database says to bytes that wait in memory. */
@NullMarked
package nl.waarborg.availability.status.page;

import org.jspecify.annotations.NullMarked;
