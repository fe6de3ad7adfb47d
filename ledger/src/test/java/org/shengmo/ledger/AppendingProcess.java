package org.shengmo.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A process that appends to a log in a folder without end, to be killed or to run into a full disk; says each checkpoint. */
final class AppendingProcess {

    private AppendingProcess() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SecretKey secret = SecretKey.parse(arguments[1]);
        try {
            Log log = Log.open(
                    new FileStorage(Path.of(arguments[0])),
                    List.of(new Ed25519Signer(secret)),
                    Trust.log(secret.key().toString()));
            for (int batch = 1; ; batch = batch * 7 % 300 + 1) {
                Checkpoint next = log.append(TestLog.entries(log.size(), log.size() + batch));
                out.println("checkpoint "
                        + Base64.getEncoder().encodeToString(next.note().bytes()));
            }
        } catch (IOException e) {
            out.println("failed " + e);
        }
    }
}
