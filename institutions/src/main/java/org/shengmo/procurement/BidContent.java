package org.shengmo.procurement;

import java.math.BigDecimal;

/**
 * What is in a sealed bid.
 *
 * @param creditCode the firm's unified social credit code
 * @param price yuan
 * @param days to complete it
 * @param nonce 32 random bytes in hex, the bidder's part in the draw
 */
public record BidContent(String firm, String creditCode, BigDecimal price, int days, String nonce) {}
