/** The demo: a real incident history, replayed through the public endpoints as a ticket system would post it. */
@NullMarked
package nl.waarborg.local.demo;

import org.jspecify.annotations.NullMarked;
