package org.shengmo.access.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentDoor;
import org.shengmo.attachment.Attachment;
import org.shengmo.attachment.Attachments;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands attachments to those who may read them, always to be saved, never to be shown as a page of ours; takes a program's
 * files in, to be named in a later call.
 */
@RestController
class AttachmentPages {

    private final Attachments attachments;
    private final AttachmentDoor door;

    AttachmentPages(Attachments attachments, AttachmentDoor door) {
        this.attachments = attachments;
        this.door = door;
    }

    @GetMapping({"/attachments/{id}", "/api/v1/attachments/{id}"})
    ResponseEntity<byte[]> content(Actor by, @PathVariable UUID id) {
        Optional<Attachment> found = attachments.find(id);
        Attachment attachment = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(door.content(by, id));
    }

    /** Keeps a file. Until it is attached to something, only who put it in may read it. */
    @PostMapping("/api/v1/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    Attachment keep(Actor by, @RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        return attachments.keep(by.author(), name == null ? "" : name, file.getBytes());
    }
}
