/** What somebody was told, when, and whether they saw it. */
package org.shengmo.notice;
