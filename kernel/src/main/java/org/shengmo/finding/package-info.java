/** A breach stated on evidence, with the right of reply, then upheld or dropped. Never decides what follows. */
package org.shengmo.finding;
