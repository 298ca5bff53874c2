/** Wishes over HTTP. */
@NullMarked
package nl.waarborg.availability.wish.api;

import org.jspecify.annotations.NullMarked;
