package org.shengmo.ruler.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckLibraryTest {

    @Test
    void theElevenIndicatorsTheThresholdsTheRosterAndTheCompensationAreThere() {
        assertThat(CheckLibrary.packaged().all())
                .extracting(Check::id)
                .contains("R003", "R018", "R024", "R025", "R028", "R030", "R035", "R036", "R038", "R048", "R058")
                .contains("split-below-threshold", "bunching-below-threshold")
                .contains("welfare-death", "welfare-income", "welfare-vehicle", "welfare-property", "welfare-company")
                .contains("welfare-custody", "welfare-twice", "welfare-identity", "welfare-amount", "welfare-relative")
                .contains("compensation-deviation", "compensation-unequal");
    }

    @Test
    void everyCheckSaysInBothLanguagesWhatItDoesAndHowToReadIt() {
        assertThat(CheckLibrary.packaged().all()).allSatisfy(check -> {
            assertThat(check.title(Locale.CHINESE)).isNotBlank().isNotEqualTo(check.title(Locale.ENGLISH));
            assertThat(check.page())
                    .contains("## 怎样算", "## 例子", "## 不算在内的", "## 怎样读")
                    .contains("## Method", "## Example", "## What is excluded", "## How to read it");
            check.settings().forEach(setting -> assertThat(check.page()).contains(setting.name()));
        });
    }

    @Test
    void aFamilyIsAllItsChecksEachOnce() {
        var library = CheckLibrary.packaged();
        assertThat(library.find(List.of("welfare-death", "welfare")))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .extracting(Check::id)
                .startsWith("welfare-death");
    }

    @Test
    void anUnknownNameIsRefusedInTheReadersLanguage() {
        assertThatThrownBy(() -> CheckLibrary.packaged().find(List.of("R999")))
                .isInstanceOfSatisfying(CheckRefused.class, refused -> {
                    assertThat(refused.message(Locale.SIMPLIFIED_CHINESE)).contains("没有名为“R999”的检查");
                    assertThat(refused.message(Locale.ENGLISH)).contains("no check named “R999”");
                });
    }

    @Test
    void aFolderOfOnesOwnIsAllThatANewCheckNeeds(@TempDir Path directory) throws IOException {
        var folder = Files.createDirectories(directory.resolve("own"));
        Files.writeString(
                folder.resolve("check.properties"),
                "family = welfare\ntitle.zh = 自有\ntitle.en = Own\nregisters = roster\n");
        Files.writeString(folder.resolve("facts.sql"), "SELECT 1");
        Files.writeString(folder.resolve("table.dmn"), "<definitions/>");
        Files.writeString(folder.resolve("page.md"), "# 自有");
        assertThat(CheckLibrary.in(directory).all()).extracting(Check::id).containsExactly("own");
    }

    @Test
    void bothBundlesSayTheSameThings() throws IOException {
        assertThat(keys("messages_en.properties")).isEqualTo(keys("messages_zh_CN.properties"));
    }

    private static Set<String> keys(String bundle) throws IOException {
        var properties = new Properties();
        try (var reader =
                new InputStreamReader(CheckRefused.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
