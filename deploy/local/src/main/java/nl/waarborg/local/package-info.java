/** The real parts of Waarborg on one machine: started, supervised and stopped without Docker, for people and for tests. */
@NullMarked
package nl.waarborg.local;

import org.jspecify.annotations.NullMarked;
