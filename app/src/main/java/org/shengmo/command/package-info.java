/** The command line, configuration and start-up. */
package org.shengmo.command;
