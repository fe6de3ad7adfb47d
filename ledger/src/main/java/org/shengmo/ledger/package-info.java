/** A transparency log as a library: RFC 6962 tree, C2SP tiles and checkpoints, proofs, witness, verifier. */
package org.shengmo.ledger;
