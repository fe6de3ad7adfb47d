/** The pages and the API of supervision. */
package org.shengmo.supervision.web;
