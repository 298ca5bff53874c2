/** The register, its clocks and its mails. */
@NullMarked
package nl.waarborg.processoragreement.securityincident.projection;

import org.jspecify.annotations.NullMarked;
