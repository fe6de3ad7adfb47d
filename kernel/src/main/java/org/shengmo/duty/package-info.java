/** Who owes what to whom by when, under which clause; evidence; reminders; overdue. Never punishes. */
package org.shengmo.duty;
