/** What takes the closed months of other services in. */
@NullMarked
package nl.waarborg.processoragreement.monthlyreport.automation;

import org.jspecify.annotations.NullMarked;
