/** Engines that run compiled decisions over whole populations, and what they read and write. */
package org.shengmo.ruler.engine;
