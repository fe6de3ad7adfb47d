package org.shengmo.portal;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set about the program, each with its default. From the environment in capitals: {@code SHENGMO_NAME},
 * {@code SHENGMO_LOG_KEY_FILE}. Rooms read single values themselves; this is the list of them, and its test keeps it so.
 *
 * @param name the district's name, shown beside the product's
 * @param origin the log's origin, as checkpoints name it; never changed once the log has entries
 * @param rules a folder with the district's own rule packs; empty for none
 * @param log how the record is sealed
 */
@ConfigurationProperties("shengmo")
public record ShengmoProperties(
        @DefaultValue("") String name,
        @DefaultValue("shengmo.example/log") String origin,
        @DefaultValue("") String rules,
        @DefaultValue Log log) {

    /**
     * How the record is sealed.
     *
     * @param keyFile the signing key's file, made when it isn't there; empty: entries are not sealed
     * @param interval the pause between rounds of sealing
     * @param witnesses each a URL, a space and a verifier key
     */
    public record Log(
            @DefaultValue("") String keyFile,
            @DefaultValue("200ms") Duration interval,
            @DefaultValue List<String> witnesses) {}
}
