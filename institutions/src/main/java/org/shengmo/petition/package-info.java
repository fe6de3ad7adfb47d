/**
 * What people ask and complain of: intake, deadlines, handling, reply, review, rectification. A complaint about an official
 * never becomes a petition here: it goes to discipline intake alone.
 */
package org.shengmo.petition;
