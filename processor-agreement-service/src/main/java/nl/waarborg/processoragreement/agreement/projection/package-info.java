/** What the portal and the vendor's people see of agreements. */
@NullMarked
package nl.waarborg.processoragreement.agreement.projection;

import org.jspecify.annotations.NullMarked;
