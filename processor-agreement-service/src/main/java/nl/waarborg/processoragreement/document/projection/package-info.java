/** Versions of the standard agreement, recognised models, questions. */
@NullMarked
package nl.waarborg.processoragreement.document.projection;

import org.jspecify.annotations.NullMarked;
