/** Systems, servers and data centres: what monitors watch, and what stands by. */
@NullMarked
package nl.waarborg.availability.system.domain;

import org.jspecify.annotations.NullMarked;
