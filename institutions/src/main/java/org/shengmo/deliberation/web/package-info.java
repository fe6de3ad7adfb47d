/** Pages and API of collective decisions: matters, meetings while they last, and what the public reads. */
package org.shengmo.deliberation.web;
