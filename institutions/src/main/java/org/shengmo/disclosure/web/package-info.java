/** The catalogue for anyone, requests without an account, and the offices' worklist. */
package org.shengmo.disclosure.web;
