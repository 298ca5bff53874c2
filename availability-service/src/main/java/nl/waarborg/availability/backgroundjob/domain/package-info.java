/** Large tasks, queued and executed in the background (AVL-023). */
@NullMarked
package nl.waarborg.availability.backgroundjob.domain;

import org.jspecify.annotations.NullMarked;
