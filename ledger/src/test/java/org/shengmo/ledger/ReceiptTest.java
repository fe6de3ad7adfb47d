package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private static final byte[] SALT = new byte[32];
    private static final String CONTENT = CanonicalJson.write(Map.of("name", "某人", "act", "答复"));

    private String entry;
    private Receipt receipt;

    @BeforeEach
    void anEntryAmongOthers() throws IOException {
        Receipt.Opening opening = Receipt.Opening.of(SALT, CONTENT);
        entry = CanonicalJson.write(
                Map.of("kind", "petition.answered", "commitment", StrictBase64.encode(opening.commitment())));
        Log log = Log.open(new MemoryStorage(), List.of(TestLog.SIGNER), TestLog.TRUST);
        log.append(TestLog.entries(0, 5));
        byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
        log.append(List.of(bytes));
        Inclusion inclusion = log.reader().inclusion(5, TreeHasher.leafOf(bytes));
        receipt = new Receipt(entry, Optional.of(opening), inclusion.toTlogProof());
    }

    @Test
    void aReceiptHoldsOffline() {
        Receipt read = Receipt.parse(receipt.bytes());
        assertThat(read.bytes()).isEqualTo(receipt.bytes());
        assertThat(read.entry()).isEqualTo(entry);
        assertThat(read.opening()).isEqualTo(receipt.opening());
        assertThat(read.verify(TestLog.TRUST).index()).isEqualTo(5);
    }

    /** After erasure the entry can still be proved, what it said can't. */
    @Test
    void withoutSaltAndContentTheEntryIsStillProved() {
        Receipt bare = Receipt.parse(new Receipt(entry, Optional.empty(), receipt.proof()).bytes());
        assertThat(bare.opening()).isEmpty();
        assertThat(bare.verify(TestLog.TRUST).index()).isEqualTo(5);
    }

    @Test
    void anotherContentSaltOrEntryDoesNotHold() {
        byte[] otherSalt = SALT.clone();
        otherSalt[31] = 1;
        for (Receipt.Opening changed : List.of(
                Receipt.Opening.of(otherSalt, CONTENT), Receipt.Opening.of(SALT, CONTENT.replace("答复", "未答复")))) {
            Receipt wrong = new Receipt(entry, Optional.of(changed), receipt.proof());
            assertThatThrownBy(() -> wrong.verify(TestLog.TRUST)).isInstanceOf(UntrustedException.class);
        }
        Receipt other = new Receipt(entry.replace("answered", "refused"), receipt.opening(), receipt.proof());
        assertThatThrownBy(() -> other.verify(TestLog.TRUST)).isInstanceOf(UntrustedException.class);
    }

    @Test
    void aProofWithoutAnEntryIsNoReceipt() {
        byte[] bare =
                receipt.proof().withExtra("{}".getBytes(StandardCharsets.UTF_8)).bytes();
        assertThatThrownBy(() -> Receipt.parse(bare)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() ->
                        Receipt.parse(receipt.proof().withExtra(new byte[0]).bytes()))
                .isInstanceOf(MalformedException.class);
    }
}
