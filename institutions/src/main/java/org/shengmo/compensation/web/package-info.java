/** The pages and the API of compensation: deviations at the desk, results by village for anyone. */
package org.shengmo.compensation.web;
