/** What records the services' answers. */
@NullMarked
package nl.waarborg.processoragreement.disposition.automation;

import org.jspecify.annotations.NullMarked;
