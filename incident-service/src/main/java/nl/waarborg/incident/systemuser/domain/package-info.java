/** Vendor employees as temporary users in a customer's environment: by the customer's approval or by Support+ (INC-053 to INC-057, OP-18). */
@NullMarked
package nl.waarborg.incident.systemuser.domain;

import org.jspecify.annotations.NullMarked;
