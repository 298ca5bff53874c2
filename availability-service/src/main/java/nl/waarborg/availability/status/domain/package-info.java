/** What the public may know of a platform, and what follows from it. */
@NullMarked
package nl.waarborg.availability.status.domain;

import org.jspecify.annotations.NullMarked;
