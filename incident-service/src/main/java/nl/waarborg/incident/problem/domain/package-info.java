/** Problem management: the daily analysis, problems and their incidents, and the signal of many knowledge questions (INC-046, INC-047, OP-19). */
@NullMarked
package nl.waarborg.incident.problem.domain;

import org.jspecify.annotations.NullMarked;
