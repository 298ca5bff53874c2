/** Security tests of the software, by the vendor and by others (XSV-047). */
@NullMarked
package nl.waarborg.processoragreement.securitytest.domain;

import org.jspecify.annotations.NullMarked;
