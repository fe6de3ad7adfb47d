/** The frame of the program's pages: sign-in, templates, search, the record page, and the rounds that a new day brings. */
package org.shengmo.portal;
