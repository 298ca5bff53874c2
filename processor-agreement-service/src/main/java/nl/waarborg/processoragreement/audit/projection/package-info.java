/** Audits as both sides see them. */
@NullMarked
package nl.waarborg.processoragreement.audit.projection;

import org.jspecify.annotations.NullMarked;
