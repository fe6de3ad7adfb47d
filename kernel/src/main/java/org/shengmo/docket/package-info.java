/** Ordered entries about a subject, sealed into the transparency log; the only door to {@code ledger}. */
package org.shengmo.docket;
