/** Public projects by three independent centres: budget, review, tender; sealed bids, verifiable draws, contract, savings. */
package org.shengmo.procurement;
