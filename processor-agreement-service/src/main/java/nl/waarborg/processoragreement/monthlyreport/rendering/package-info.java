/** A report as HTML, PDF, XLSX and CSV, in Dutch and in English. */
@NullMarked
package nl.waarborg.processoragreement.monthlyreport.rendering;

import org.jspecify.annotations.NullMarked;
