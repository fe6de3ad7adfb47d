/** Rule documents, clauses, versions, decision tables; a question gets a ruling that cites the clause in force that day. */
package org.shengmo.rulebook;
