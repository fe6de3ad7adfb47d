/** Who is asking, in which post, what they may see and do; secrecy compartments. */
package org.shengmo.access;
