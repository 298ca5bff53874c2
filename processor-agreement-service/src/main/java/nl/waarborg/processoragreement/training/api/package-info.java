/** Training over REST. */
@NullMarked
package nl.waarborg.processoragreement.training.api;

import org.jspecify.annotations.NullMarked;
