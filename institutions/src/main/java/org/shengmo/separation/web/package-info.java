/** The whole district's portfolios at a glance, with what is wrong about them. */
package org.shengmo.separation.web;
