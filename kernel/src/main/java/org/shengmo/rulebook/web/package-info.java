/** The rulebook's pages and API. */
package org.shengmo.rulebook.web;
