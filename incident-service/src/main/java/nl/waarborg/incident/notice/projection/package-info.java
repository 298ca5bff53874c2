/** What is known of outages, maintenance, new versions and disasters. */
@NullMarked
package nl.waarborg.incident.notice.projection;

import org.jspecify.annotations.NullMarked;
