/** The public status page: what works now, what does not, what is planned, and how the past months went (AVL-025, AVL-026). */
@NullMarked
package nl.waarborg.availability.status;

import org.jspecify.annotations.NullMarked;
