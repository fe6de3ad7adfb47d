/** The pages and the API of pledges: public to read and to judge, forms for those who answer for them. */
package org.shengmo.pledge.web;
