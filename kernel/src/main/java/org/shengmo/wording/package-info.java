/** What is said to a reader: keyed texts in both languages, citations of clauses, refusals, faults of an input. */
package org.shengmo.wording;
