/** What happens to the service when the data centre or the vendor goes bankrupt (XSV-051). */
@NullMarked
package nl.waarborg.processoragreement.continuity.domain;

import org.jspecify.annotations.NullMarked;
