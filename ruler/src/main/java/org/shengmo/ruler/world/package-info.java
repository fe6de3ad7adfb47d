/** Made-up populations whose truth is known, for tests and measures. */
package org.shengmo.ruler.world;
