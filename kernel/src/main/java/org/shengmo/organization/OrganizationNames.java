package org.shengmo.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Names;
import org.springframework.stereotype.Service;

/** Names of people and bodies, and of posts with their body's before them. */
@Service
class OrganizationNames implements Names {

    private final Memory memory;

    OrganizationNames(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> identifiers) {
        Directory directory = memory.now();
        Map<UUID, String> names = new HashMap<>();
        for (UUID id : identifiers) {
            directory.findPerson(id).ifPresent(person -> names.put(id, person.name()));
            directory.findBody(id).ifPresent(body -> names.put(id, body.name()));
            directory
                    .findPost(id)
                    .ifPresent(post -> names.put(id, directory.body(post.body()).name() + " " + post.name()));
        }
        return names;
    }
}
