/** The pages and the API of responsibility lists, plans, endorsement, quarterly reports and the duty ledger. */
package org.shengmo.charter.web;
