/** What the public is told, masked, and by when; and what it asks for. */
package org.shengmo.disclosure;
