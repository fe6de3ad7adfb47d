/**
 * Compilation of decisions to SQL: the evaluator runs over values that only the row knows, and what it leaves over is SQL text for one
 * of the engines' dialects.
 */
package org.shengmo.ruler.sql;
