/** Persons, vertically: rules, storage, views and their REST resources. */
@NullMarked
package nl.waarborg.incident.person;

import org.jspecify.annotations.NullMarked;
