/** Ties tests to the rules of the contracts. */
@NullMarked
package nl.waarborg.rules;

import org.jspecify.annotations.NullMarked;
