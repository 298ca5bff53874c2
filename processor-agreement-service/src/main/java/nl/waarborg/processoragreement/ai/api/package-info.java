/** External AI over REST. */
@NullMarked
package nl.waarborg.processoragreement.ai.api;

import org.jspecify.annotations.NullMarked;
