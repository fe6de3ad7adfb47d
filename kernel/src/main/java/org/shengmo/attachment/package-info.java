/** Files kept by their content's hash, checked by content. */
package org.shengmo.attachment;
