/** One overview per customer of who had access to what. */
@NullMarked
package nl.waarborg.processoragreement.access.projection;

import org.jspecify.annotations.NullMarked;
