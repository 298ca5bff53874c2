/** The register of security incidents, and what each customer is told of one (PRA-046 to PRA-057). */
@NullMarked
package nl.waarborg.processoragreement.securityincident;

import org.jspecify.annotations.NullMarked;
