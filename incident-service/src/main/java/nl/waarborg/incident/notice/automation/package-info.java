/** What others announce about an incident is linked with it. */
@NullMarked
package nl.waarborg.incident.notice.automation;

import org.jspecify.annotations.NullMarked;
