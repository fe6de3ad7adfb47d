/** Bodies, posts, people, tenures, portfolios: who held what when. Judges nobody. */
package org.shengmo.organization;
