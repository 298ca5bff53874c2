/** Statistics of the use of the software (XSV-049). */
@NullMarked
package nl.waarborg.processoragreement.usage.domain;

import org.jspecify.annotations.NullMarked;
