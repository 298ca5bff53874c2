/** The daily analysis. */
@NullMarked
package nl.waarborg.incident.problem.automation;

import org.jspecify.annotations.NullMarked;
