/**
 * The meaning of FEEL: values, operators, built-in functions and the evaluator of expressions. A value that is known only when a row
 * is read is an {@link org.shengmo.ruler.evaluation.Unknown}; what is computed from it is left to a
 * {@link org.shengmo.ruler.evaluation.Residual}, so one evaluator judges a case and compiles a table.
 */
package org.shengmo.ruler.evaluation;
