/**
 * Ready-made checks. Each lives in {@code ruler/checks/<id>/}: facts in SQL, a decision table whose rows cite clauses, a page
 * and cases. A run gathers the facts, measures all of them by the table and writes what it found.
 */
package org.shengmo.ruler.check;
