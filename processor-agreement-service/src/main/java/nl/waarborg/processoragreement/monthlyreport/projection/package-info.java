/** The reports in a customer's file, and what they are made of here. */
@NullMarked
package nl.waarborg.processoragreement.monthlyreport.projection;

import org.jspecify.annotations.NullMarked;
