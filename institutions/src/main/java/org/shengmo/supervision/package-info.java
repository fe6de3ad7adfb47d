/** Supervision: campaigns, inspections, circulars; one line from hit to lead to finding, whatever the source; money back. */
package org.shengmo.supervision;
