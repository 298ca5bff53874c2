/** Who is told what, and by which secret that is known. */
@NullMarked
package nl.waarborg.availability.subscription.projection;

import org.jspecify.annotations.NullMarked;
