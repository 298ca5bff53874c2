/** The partners of a vendor as customers see them. */
@NullMarked
package nl.waarborg.processoragreement.partner.projection;

import org.jspecify.annotations.NullMarked;
