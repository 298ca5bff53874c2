/** The monthly service report of a First Class customer (XSV-029, XSV-030). */
@NullMarked
package nl.waarborg.processoragreement.monthlyreport.domain;

import org.jspecify.annotations.NullMarked;
