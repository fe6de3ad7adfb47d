/** FEEL, the expression language of DMN 1.2 to 1.5 (clause 10.3): syntax, types and the reader of text into expressions. */
package org.shengmo.ruler.feel;
