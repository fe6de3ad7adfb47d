/** The pages and the API of this room. */
package org.shengmo.consequence.web;
