/** The pages and the API of petitions: public ones that need no account and no script, and the officers' own. */
package org.shengmo.petition.web;
