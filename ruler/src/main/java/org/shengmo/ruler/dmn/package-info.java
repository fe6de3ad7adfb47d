/** DMN models (1.2 to 1.5) as data: inputs, decisions, business knowledge, tables, and the reader of their XML. */
package org.shengmo.ruler.dmn;
