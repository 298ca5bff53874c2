/** The reports in every form. */
@NullMarked
package nl.waarborg.processoragreement.monthlyreport.api;

import org.jspecify.annotations.NullMarked;
