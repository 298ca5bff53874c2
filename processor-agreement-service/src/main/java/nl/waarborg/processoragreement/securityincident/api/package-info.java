/** Security incidents over HTTP and as posted events. */
@NullMarked
package nl.waarborg.processoragreement.securityincident.api;

import org.jspecify.annotations.NullMarked;
