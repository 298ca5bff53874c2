/** What others may know of months. */
@NullMarked
package nl.waarborg.availability.month.publication;

import org.jspecify.annotations.NullMarked;
