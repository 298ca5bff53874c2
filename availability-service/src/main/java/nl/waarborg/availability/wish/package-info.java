/** The wish list that a vendor shares with its customers (XSV-052). */
@NullMarked
package nl.waarborg.availability.wish;

import org.jspecify.annotations.NullMarked;
