/** Whether an event keeps to the contract that others read it by. */
@NullMarked
package nl.waarborg.contracts;

import org.jspecify.annotations.NullMarked;
