/** Assessment: published schemes, secret ballots that can be checked, scores that open and replay, grades, vetoes, ranking. */
package org.shengmo.assessment;
