package org.shengmo.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be set about the program, each with its default.
 *
 * @param name the district's name, shown beside the product's
 * @param origin the log's origin, as checkpoints name it
 * @param uploadLimit the largest file that is taken
 * @param demo whether this is the demonstration
 */
@ConfigurationProperties("shengmo")
public record ShengmoProperties(
        @DefaultValue("") String name,
        @DefaultValue("shengmo.example/log") String origin,
        @DefaultValue("20MB") DataSize uploadLimit,
        @DefaultValue("false") boolean demo) {}
