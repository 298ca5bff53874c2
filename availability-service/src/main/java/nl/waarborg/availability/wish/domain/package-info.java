/** What becomes of a wish, and of a vote for it. */
@NullMarked
package nl.waarborg.availability.wish.domain;

import org.jspecify.annotations.NullMarked;
