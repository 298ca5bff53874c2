/** Maintenance: announced in time and within its window, or not planned at all (AVL-013 to AVL-015, OP-28 to OP-31). */
@NullMarked
package nl.waarborg.availability.maintenance.domain;

import org.jspecify.annotations.NullMarked;
