/** The month's figures of a tenant's incidents: closed once, corrected openly (INC-043, INC-062, OP-20). */
@NullMarked
package nl.waarborg.incident.month.domain;

import org.jspecify.annotations.NullMarked;
