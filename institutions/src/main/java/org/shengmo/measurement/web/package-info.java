/** The pages and the API of runs: progress, what was found, by which row of which table. */
@org.springframework.modulith.NamedInterface("web")
package org.shengmo.measurement.web;
