/** What First Class gives beyond the licence. */
@NullMarked
package nl.waarborg.processoragreement.firstclass.domain;

import org.jspecify.annotations.NullMarked;
