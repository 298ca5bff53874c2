/** Support+ grants and every closing blocks, by themselves. */
@NullMarked
package nl.waarborg.incident.systemuser.automation;

import org.jspecify.annotations.NullMarked;
