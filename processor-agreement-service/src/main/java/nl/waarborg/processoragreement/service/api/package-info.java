/** Services over REST. */
@NullMarked
package nl.waarborg.processoragreement.service.api;

import org.jspecify.annotations.NullMarked;
