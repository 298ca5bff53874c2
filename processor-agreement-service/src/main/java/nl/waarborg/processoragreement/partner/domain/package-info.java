/** Partners with whom customers make their own arrangements (XSV-053). */
@NullMarked
package nl.waarborg.processoragreement.partner.domain;

import org.jspecify.annotations.NullMarked;
