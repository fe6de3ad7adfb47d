/** Who may be in charge of what beside what: the principal of none of five, the discipline secretary of nothing else. */
package org.shengmo.separation;
