/** The log as it is served to anyone's program. */
package org.shengmo.docket.web;
