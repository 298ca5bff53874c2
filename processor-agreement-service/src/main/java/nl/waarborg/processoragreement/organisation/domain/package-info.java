/** The customer's own data of its organisation (XSV-055). */
@NullMarked
package nl.waarborg.processoragreement.organisation.domain;

import org.jspecify.annotations.NullMarked;
