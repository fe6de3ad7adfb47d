/** Welfare rosters measured, households told and heard, what is kept, reduced or stopped, and what is paid back. */
package org.shengmo.entitlement;
