/** Measures of what the program promises about speed, each against a rival or a limit, in one run. */
package org.shengmo.bench;
