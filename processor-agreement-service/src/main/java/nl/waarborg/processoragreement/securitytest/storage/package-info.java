/** How events of security tests are stored. */
@NullMarked
package nl.waarborg.processoragreement.securitytest.storage;

import org.jspecify.annotations.NullMarked;
