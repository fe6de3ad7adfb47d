/** Named metrics over acts; the annual report, computed and not written. */
package org.shengmo.report;
