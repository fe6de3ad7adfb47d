/** Leads, cases, sanctions and what is learned from them, known to those who handle them and to their line alone. */
package org.shengmo.discipline;
