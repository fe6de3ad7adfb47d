package org.shengmo.charter;

/**
 * A post or body as a charter text names it: the code holds the meaning, the name is what the signer read.
 *
 * @param code the code in the organization
 * @param name the name it bore when the text was written
 */
public record Named(String code, String name) {}
