/** The rules of an agreement: conclusion, terms, First Class, licence, exit and end (XSV-001 to XSV-024). */
@NullMarked
package nl.waarborg.processoragreement.agreement.domain;

import org.jspecify.annotations.NullMarked;
