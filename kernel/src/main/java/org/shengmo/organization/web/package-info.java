/** The pages and the API of bodies, posts and people; higher rooms add sections to them. */
@org.springframework.modulith.NamedInterface("web")
package org.shengmo.organization.web;
