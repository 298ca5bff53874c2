/** Always somebody available: a roster without a gap (AVL-028). */
@NullMarked
package nl.waarborg.availability.oncall.domain;

import org.jspecify.annotations.NullMarked;
