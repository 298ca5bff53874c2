/** The life of a subscription: asked for, confirmed, ended. */
@NullMarked
package nl.waarborg.availability.subscription.domain;

import org.jspecify.annotations.NullMarked;
