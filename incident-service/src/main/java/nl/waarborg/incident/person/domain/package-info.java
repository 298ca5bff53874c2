/** Persons of customers and vendor, the portal roles that a customer's Administrator gives them, and the check of a caller (INC-004, INC-010 to INC-014). */
@NullMarked
package nl.waarborg.incident.person.domain;

import org.jspecify.annotations.NullMarked;
