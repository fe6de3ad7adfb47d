/** Collective decisions: who must decide, what must precede, the meeting with its order of speaking, votes and minutes. */
package org.shengmo.deliberation;
