/** The pages and the API of the room of officials. */
package org.shengmo.career.web;
