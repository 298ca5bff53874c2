/** What customers see of a bankruptcy. */
@NullMarked
package nl.waarborg.processoragreement.continuity.projection;

import org.jspecify.annotations.NullMarked;
