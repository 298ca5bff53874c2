/** What opens a case by itself. */
@NullMarked
package nl.waarborg.processoragreement.fairuse.automation;

import org.jspecify.annotations.NullMarked;
