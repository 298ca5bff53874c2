/** Stored names of subscriptions' events. */
@NullMarked
package nl.waarborg.availability.subscription.storage;

import org.jspecify.annotations.NullMarked;
