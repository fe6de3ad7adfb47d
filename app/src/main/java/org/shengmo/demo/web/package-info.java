/** The page of the demonstration: where its clock stands, and whom one can be. */
package org.shengmo.demo.web;
