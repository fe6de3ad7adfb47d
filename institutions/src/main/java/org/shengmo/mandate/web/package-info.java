/** The pages and the API of powers: the catalogue and a case's progress for anyone, the cases for those who handle them. */
package org.shengmo.mandate.web;
