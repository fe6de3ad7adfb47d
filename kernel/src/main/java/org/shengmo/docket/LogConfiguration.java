package org.shengmo.docket;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.shengmo.ledger.NoteSigner;
import org.shengmo.ledger.SignatureScheme;
import org.shengmo.ledger.Signatures;
import org.shengmo.ledger.WitnessClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sealing as configured. {@code shengmo.log.key-file} names the file of the signing key and switches sealing on;
 * {@code shengmo.origin} is the log's name; {@code shengmo.log.interval} the pause between rounds; each of
 * {@code shengmo.log.witnesses} is a witness's URL, a space and its verifier key. Further signatures come from beans.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("shengmo.log.key-file")
class LogConfiguration {

    @Bean
    Signatures signatures(ObjectProvider<SignatureScheme> further) {
        Signatures known = Signatures.standard();
        for (SignatureScheme scheme : further.orderedStream().toList()) {
            known = known.and(scheme);
        }
        return known;
    }

    @Bean
    LogKeys logKeys(
            @Value("${shengmo.log.key-file}") Path file,
            @Value("${shengmo.origin:shengmo.example/log}") String origin,
            ObjectProvider<NoteSigner> further,
            Signatures signatures)
            throws IOException {
        return LogKeys.fromFile(file, origin, further.orderedStream().toList(), signatures);
    }

    @Bean
    Sealer sealer(JdbcClient database, TransactionTemplate transaction, LogKeys keys) {
        return new Sealer(database, transaction, keys);
    }

    @Bean
    SealingLoop sealingLoop(
            Sealer sealer,
            Signatures signatures,
            @Value("${shengmo.log.interval:400ms}") Duration interval,
            @Value("${shengmo.log.witnesses:}") List<String> witnesses) {
        List<WitnessClient> clients =
                witnesses.stream().map(text -> witness(text, signatures)).toList();
        return new SealingLoop(sealer, new SealingLoop.Cosigning(sealer, clients), interval);
    }

    private static WitnessClient witness(String text, Signatures signatures) {
        String[] parts = text.strip().split(" +", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "shengmo.log.witnesses: write a URL, a space and a verifier key, not '" + text + "'");
        }
        return new WitnessClient(URI.create(parts[0]), signatures.verifier(parts[1]));
    }
}
