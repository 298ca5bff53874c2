/** New versions, and the migration of each customer to them (AVL-034 to AVL-043, OP-32 to OP-34). */
@NullMarked
package nl.waarborg.availability.release.domain;

import org.jspecify.annotations.NullMarked;
