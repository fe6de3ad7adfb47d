/** The pages and the API of bodies, posts and people. */
package org.shengmo.organization.web;
