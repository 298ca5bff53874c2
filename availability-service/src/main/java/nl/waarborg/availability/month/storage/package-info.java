/** Stored names of what happens to months and error budgets. */
@NullMarked
package nl.waarborg.availability.month.storage;

import org.jspecify.annotations.NullMarked;
