/** Response times as monitors post them, and performance as people see it. */
@NullMarked
package nl.waarborg.availability.performance.api;

import org.jspecify.annotations.NullMarked;
