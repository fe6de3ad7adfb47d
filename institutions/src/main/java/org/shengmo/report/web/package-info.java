/** The annual report as a page and over the API, both public. */
package org.shengmo.report.web;
