/** What the submitter of an incident is told by mail, and that it was (INC-006, INC-007, INC-009, OP-16, OP-21). */
@NullMarked
package nl.waarborg.incident.mail.domain;

import org.jspecify.annotations.NullMarked;
