/** The ruler on a Spark cluster: the same compiled decisions, the same results to the digit. */
package org.shengmo.ruler.spark;
