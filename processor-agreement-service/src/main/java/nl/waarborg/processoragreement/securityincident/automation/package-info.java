/** What the clock, the mail server and other services ask of security incidents. */
@NullMarked
package nl.waarborg.processoragreement.securityincident.automation;

import org.jspecify.annotations.NullMarked;
