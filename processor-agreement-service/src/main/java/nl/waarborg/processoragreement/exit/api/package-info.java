/** Exit over REST. */
@NullMarked
package nl.waarborg.processoragreement.exit.api;

import org.jspecify.annotations.NullMarked;
