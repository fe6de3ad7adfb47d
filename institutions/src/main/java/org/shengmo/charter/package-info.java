/** Responsibility lists, annual plan, endorsement, quarterly report, duty ledger. */
package org.shengmo.charter;
