package org.shengmo.access.web;

/** Says under which address a static file is served, its content's hash in the name, so that it may be cached for ever. */
public interface Assets {

    /** The address of a file such as {@code /shengmo.css}. */
    String href(String path);
}
