/** The mails themselves. */
@NullMarked
package nl.waarborg.availability.subscription.automation;

import org.jspecify.annotations.NullMarked;
