package org.shengmo.petition.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Permission;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Accusations;
import org.shengmo.wording.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Discipline intake: complaints about officials. There is no list to take away and nothing to search. */
@Controller
class AccusationPages {

    private final Accusations accusations;
    private final Organization organization;

    AccusationPages(Accusations accusations, Organization organization) {
        this.accusations = accusations;
        this.organization = organization;
    }

    @GetMapping("/petitions/accusations")
    ModelAndView list(Page page) {
        Permission needed = Accusations.INTAKE;
        if (!page.actor().may(Accusations.ABOVE)) {
            page.actor().require(needed);
        }
        return page.view("petition/accusations", Map.of("accusations", accusations.readableBy(page.actor())));
    }

    @GetMapping("/petitions/accusations/{id}")
    ModelAndView accusation(Page page, @PathVariable UUID id) {
        Accusations.Accusation found =
                accusations.find(page.actor(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Accusations.Message> messages = accusations.messages(page.actor(), id);
        return page.view(
                "petition/accusation",
                Map.of(
                        "accusation", found,
                        "messages", messages,
                        "place", Places.name(organization.directory(), found.place())));
    }

    @PostMapping("/petitions/accusations/{id}/take")
    ModelAndView take(Page page, @PathVariable UUID id) {
        accusations.take(page.actor(), id);
        return page.done("/petitions/accusations/" + id, Text.of("petition.done.taken"));
    }

    @PostMapping("/petitions/accusations/{id}/write")
    ModelAndView write(
            Page page,
            @PathVariable UUID id,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String answer) {
        accusations.write(page.actor(), id, text, answer.equals("yes"));
        return page.done("/petitions/accusations/" + id, Text.of("petition.done.written"));
    }

    @GetMapping("/petitions/accusations/{id}/files/{file}")
    ResponseEntity<byte[]> file(Page page, @PathVariable UUID id, @PathVariable UUID file) {
        byte[] content = accusations.file(page.actor(), id, file);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file + (content[0] == (byte) 0xff ? ".jpg" : ".txt"))
                                .build()
                                .toString())
                .body(content);
    }
}
