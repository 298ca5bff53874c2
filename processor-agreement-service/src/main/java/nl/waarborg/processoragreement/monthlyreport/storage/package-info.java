/** The stored names of the events of monthly reports. */
@NullMarked
package nl.waarborg.processoragreement.monthlyreport.storage;

import org.jspecify.annotations.NullMarked;
