package org.shengmo.guomi;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.shengmo.ledger.MalformedException;
import org.shengmo.ledger.NoteSigner;
import org.shengmo.ledger.SignatureScheme;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * SM2 with SM3 as the log's second signature: {@code shengmo.log.sm2-key-file} names its key's file, made where there is
 * none yet, and switches it on. Who doesn't know this kind of signature passes it over, as C2SP signed-note asks.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("shengmo.log.sm2-key-file")
class Sm2Configuration {

    @Bean
    SignatureScheme sm2Scheme() {
        return Sm2::verifier;
    }

    @Bean
    NoteSigner sm2Signer(
            @Value("${shengmo.log.sm2-key-file}") Path file,
            @Value("${shengmo.origin:shengmo.example/log}") String origin)
            throws IOException {
        SecureRandom random = new SecureRandom();
        if (!Files.exists(file)) {
            try {
                return Sm2Key.create(file, origin, random);
            } catch (FileAlreadyExistsException e) {
                // Another process made it in the meantime; that one is read.
            }
        }
        Sm2Key key = Sm2Key.read(file, random);
        if (!key.key().name().equals(origin)) {
            throw new MalformedException(
                    file + " holds the key of the log " + key.key().name() + ", not of " + origin);
        }
        return key;
    }
}
