/** China's national signatures for the log: SM2 with SM3, beside the Ed25519 one that every reader understands. */
package org.shengmo.guomi;
