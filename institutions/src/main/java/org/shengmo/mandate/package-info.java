/** The power catalogue: which body may do which act, on what basis, over which flowchart, and every exercise of it. */
package org.shengmo.mandate;
