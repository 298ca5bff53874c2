/** System users and Support+ over REST. */
@NullMarked
package nl.waarborg.incident.systemuser.api;

import org.jspecify.annotations.NullMarked;
