/** Security tests over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.securitytest.api;

import org.jspecify.annotations.NullMarked;
