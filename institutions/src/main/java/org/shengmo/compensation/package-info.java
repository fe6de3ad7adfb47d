/** One standard for every parcel: what was paid beside what the table computes, every deviation explained or corrected. */
package org.shengmo.compensation;
