/** Sub-processors and other suppliers of a vendor, and what customers say to them (PRA-036 to PRA-045). */
@NullMarked
package nl.waarborg.processoragreement.subprocessor;

import org.jspecify.annotations.NullMarked;
