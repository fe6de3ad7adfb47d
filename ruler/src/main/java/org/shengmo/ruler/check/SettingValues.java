package org.shengmo.ruler.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The values that a run gives to its settings; a name that no check has is refused rather than ignored. */
final class SettingValues {

    private final Map<String, String> given;

    SettingValues(Map<String, String> given, List<Check> checks) {
        this.given = given;
        var known = new HashSet<String>();
        for (var check : checks) {
            check.settings().forEach(setting -> {
                known.add(setting.name());
                known.add(check.id() + "." + setting.name());
            });
            if (check.family() == Family.PROCUREMENT) {
                ProcurementInputs.SETTINGS.forEach(setting -> known.add(setting.name()));
            }
        }
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new CheckRefused("check.setting.unknown", name);
                });
    }

    void give(CheckSession session, List<Setting> settings) {
        settings.forEach(setting -> give(session, setting, given.getOrDefault(setting.name(), setting.standard())));
    }

    void give(CheckSession session, Check check) {
        check.settings()
                .forEach(setting -> give(
                        session,
                        setting,
                        given.getOrDefault(
                                check.id() + "." + setting.name(),
                                given.getOrDefault(setting.name(), setting.standard()))));
    }

    private static void give(CheckSession session, Setting setting, String value) {
        var statement = setting.statement(value);
        try {
            session.run(statement);
        } catch (CheckFailed e) {
            if (e.getMessage().contains("Conversion Error")) {
                throw new CheckRefused("check.setting.value", setting.name(), value, setting.type());
            }
            throw e;
        }
    }
}
