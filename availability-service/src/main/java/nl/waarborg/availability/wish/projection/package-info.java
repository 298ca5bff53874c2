/** Wishes as they are listed, with what supports them. */
@NullMarked
package nl.waarborg.availability.wish.projection;

import org.jspecify.annotations.NullMarked;
