/** Wishes and votes as they are stored. */
@NullMarked
package nl.waarborg.availability.wish.storage;

import org.jspecify.annotations.NullMarked;
