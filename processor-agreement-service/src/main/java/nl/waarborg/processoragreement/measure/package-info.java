/** Security measures and certificates of a vendor (PRA-032 to PRA-034, XSV-048). */
@NullMarked
package nl.waarborg.processoragreement.measure;

import org.jspecify.annotations.NullMarked;
