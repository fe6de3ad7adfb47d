/** Officials chosen, sent, moved and taught: selection behind a clearance gate, secondments, adjustment, the integrity file. */
package org.shengmo.career;
