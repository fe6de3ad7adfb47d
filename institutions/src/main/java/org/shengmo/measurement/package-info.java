/** Tables put in, checks of the ruler run over them in the background, and what they found with row and clause. */
package org.shengmo.measurement;
