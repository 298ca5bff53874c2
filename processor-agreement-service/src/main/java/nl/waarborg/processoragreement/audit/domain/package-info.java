/** Audits by or for a customer, and who pays for them (PRA-028 to PRA-031). */
@NullMarked
package nl.waarborg.processoragreement.audit.domain;

import org.jspecify.annotations.NullMarked;
