/** Mail to whoever asked for it and confirmed it: each change of an outage or of maintenance (AVL-025, AVL-013). */
@NullMarked
package nl.waarborg.availability.subscription;

import org.jspecify.annotations.NullMarked;
