/** Response times, their months, complaints about them and what was improved. */
@NullMarked
package nl.waarborg.availability.performance;

import org.jspecify.annotations.NullMarked;
