/** The pages and the API of runs: progress, what was found, by which row of which table. */
package org.shengmo.measurement.web;
