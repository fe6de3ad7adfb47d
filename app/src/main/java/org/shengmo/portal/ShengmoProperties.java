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
 * @param registers a folder of registers that runs of checks read; empty for none
 * @param log how the record is sealed
 * @param petition how petitions are taken in
 * @param ocds how procurement's open data name themselves
 */
@ConfigurationProperties("shengmo")
public record ShengmoProperties(
        @DefaultValue("") String name,
        @DefaultValue("shengmo.example/log") String origin,
        @DefaultValue("") String rules,
        @DefaultValue("") String registers,
        @DefaultValue Log log,
        @DefaultValue Petition petition,
        @DefaultValue Ocds ocds) {

    /**
     * How the record is sealed.
     *
     * @param keyFile the signing key's file, made when it isn't there; empty: entries are not sealed
     * @param sm2KeyFile the file of the key for signatures by SM2 with SM3 beside it; empty for none
     * @param interval the pause between rounds of sealing, {@code 400ms}; at most 800 ms, or a checkpoint could be more
     *     than a second behind
     * @param witnesses each a URL, a space and a verifier key
     */
    public record Log(
            @DefaultValue("") String keyFile,
            @DefaultValue("") String sm2KeyFile,
            @DefaultValue("400ms") Duration interval,
            @DefaultValue List<String> witnesses) {}

    /**
     * How petitions are taken in.
     *
     * @param keyFile the key that receipt codes are kept under; empty: {@code petition.key} beside the log's key
     * @param submissionsPerHour how many are taken from one address in an hour
     * @param map where townships stand on the schematic map: a file or resource with lines of code, column and row
     */
    public record Petition(
            @DefaultValue("") String keyFile,
            @DefaultValue("60") int submissionsPerHour,
            @DefaultValue("") String map) {}

    /**
     * How procurement's open data name themselves.
     *
     * @param prefix the publisher's registered prefix of contracting process identifiers
     * @param base the address that releases are published under
     */
    public record Ocds(
            @DefaultValue("ocds-000000") String prefix,
            @DefaultValue("https://shengmo.example") String base) {}
}
