/** How events of security incidents are stored. */
@NullMarked
package nl.waarborg.processoragreement.securityincident.storage;

import org.jspecify.annotations.NullMarked;
