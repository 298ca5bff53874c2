/** Service requests as both sides see them. */
@NullMarked
package nl.waarborg.processoragreement.service.projection;

import org.jspecify.annotations.NullMarked;
