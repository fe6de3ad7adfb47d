/** Working days, statutory periods, suspension and extension. Never reads the wall clock: a {@code Clock} is injected. */
package org.shengmo.calendar;
