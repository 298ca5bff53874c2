/** Audits over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.audit.api;

import org.jspecify.annotations.NullMarked;
