/** The calendar's page and API. */
package org.shengmo.calendar.web;
