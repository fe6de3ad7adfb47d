package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    @Test
    void theSpecificationsExample() {
        String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
        TreeHead head = TreeHead.parse(text);
        assertThat(head).isEqualTo(new TreeHead("example.com/behind-the-sofa", 20852163, Hash.parse(ROOT)));
        assertThat(head.text()).isEqualTo(text);
    }

    @Test
    void extensionLinesAreKept() {
        String text = "log\n1\n" + ROOT + "\nmore\nyet more\n";
        assertThat(TreeHead.parse(text).extensions()).containsExactly("more", "yet more");
        assertThat(TreeHead.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "log\n1\n",
                "log\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "log\n01\n" + ROOT + "\n",
                "log\n-1\n" + ROOT + "\n",
                "log\n+1\n" + ROOT + "\n",
                "log\n1 \n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n0\n" + ROOT + "\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
                "log\n1\n" + ROOT + "\n\n",
                "log\n1\n" + ROOT + "\n\nmore\n"
            })
    void whatIsNotACheckpointIsRefused(String text) {
        assertThatThrownBy(() -> TreeHead.parse(text)).isInstanceOf(MalformedException.class);
    }

    @Test
    void anotherLogsCheckpointIsRefusedThoughTheKeyIsRight() {
        Note note = Note.sign(new TreeHead("log.example/other", 1, Hash.parse(ROOT)).text(), List.of(TestLog.SIGNER));
        assertThatThrownBy(() -> Checkpoint.open(note, TestLog.TRUST))
                .isInstanceOf(UntrustedException.class)
                .hasMessageContaining("log.example/other");
    }

    @Test
    void aCheckpointNobodyKnownSignedIsRefused() {
        NoteSigner stranger = new Ed25519Signer(SecretKey.forNotes(TestLog.TRUST.origin(), TestLog.RANDOM));
        Note note = Note.sign(new TreeHead(TestLog.TRUST.origin(), 1, Hash.parse(ROOT)).text(), List.of(stranger));
        assertThatThrownBy(() -> Checkpoint.open(note, TestLog.TRUST)).isInstanceOf(UntrustedException.class);
    }

    @Test
    void fromAnEmptyTreeThereIsNothingToProve() {
        Checkpoint empty = TestLog.checkpoint(0, TreeHasher.emptyRoot());
        Checkpoint one = TestLog.checkpoint(1, Hash.parse(ROOT));
        assertThat(Consistency.verify(empty, one, List.of()).newer()).isEqualTo(one);
        assertThatThrownBy(() -> Consistency.verify(empty, one, TestLog.hashes(1)))
                .isInstanceOf(UntrustedException.class);
        assertThatThrownBy(() -> Consistency.verify(one, empty, List.of())).isInstanceOf(UntrustedException.class);
    }
}
