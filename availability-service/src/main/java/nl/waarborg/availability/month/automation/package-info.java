/** What the clock asks of months and error budgets. */
@NullMarked
package nl.waarborg.availability.month.automation;

import org.jspecify.annotations.NullMarked;
