/** How events of audits are stored. */
@NullMarked
package nl.waarborg.processoragreement.audit.storage;

import org.jspecify.annotations.NullMarked;
