/** What follows from a new version by itself: mail to customers, other terms. */
@NullMarked
package nl.waarborg.processoragreement.document.automation;

import org.jspecify.annotations.NullMarked;
