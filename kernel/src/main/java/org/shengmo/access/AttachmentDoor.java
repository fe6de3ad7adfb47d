package org.shengmo.access;

import java.util.List;
import java.util.UUID;
import org.shengmo.attachment.Attachment;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Lets those at an attachment who may read it. */
@Service
public class AttachmentDoor {

    private final Attachments attachments;
    private final ObjectProvider<AttachmentGate> gates;

    AttachmentDoor(Attachments attachments, ObjectProvider<AttachmentGate> gates) {
        this.attachments = attachments;
        this.gates = gates;
    }

    /** Whether somebody may read an attachment: who put it in, and for whom a gate opens what it is attached to. */
    public boolean opens(Actor by, Attachment attachment) {
        if (by.person() != null && by.person().equals(attachment.keptBy())) {
            return true;
        }
        List<AttachmentGate> all = gates.orderedStream().toList();
        for (Subject subject : attachments.subjectsOf(attachment.id())) {
            if (all.stream().anyMatch(gate -> gate.opens(by, subject))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The content, for those who may read it.
     *
     * @throws java.util.NoSuchElementException when there is no such attachment
     * @throws org.shengmo.wording.Refused when it is not for them
     */
    public byte[] content(Actor by, UUID id) {
        if (!opens(by, attachments.find(id).orElseThrow())) {
            throw Refusal.of("access.attachment.closed").refused();
        }
        return attachments.content(id);
    }
}
