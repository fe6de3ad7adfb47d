/** Pages and API of discipline. */
package org.shengmo.discipline.web;
