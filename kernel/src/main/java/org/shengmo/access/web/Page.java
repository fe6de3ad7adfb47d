package org.shengmo.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Entry;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.shengmo.workbook.ListingRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * One request's page, as its controller and its templates see it: who reads, in which language, on which day. A
 * controller takes it as a parameter; templates get it as {@code page}.
 */
public final class Page {

    private static final String CONFIRMATION = Page.class.getName() + ".confirmation";

    private final Frame frame;
    private final HttpServletRequest request;
    private final Locale language;
    private final Actor actor;
    private final Form form;
    private final Typography typography;

    Page(Frame frame, HttpServletRequest request) {
        this.frame = frame;
        this.request = request;
        this.language = RequestContextUtils.getLocale(request);
        this.actor = frame.actors().actor();
        this.form = request.getAttribute(Form.ATTRIBUTE) instanceof Form sent ? sent : Form.NONE;
        this.typography = new Typography(language, frame.words());
    }

    // What is said

    /** Says the text of a key. */
    public String say(String key, Object... arguments) {
        return frame.words().say(language, key, arguments);
    }

    /** Says a text. */
    public String say(Text text) {
        return frame.words().say(language, text);
    }

    /** A day as people write it: 2026年3月1日, 1 March 2026; empty for null. */
    public String date(LocalDate day) {
        return typography.date(day);
    }

    /** A moment in the district's time, to the minute; empty for null. */
    public String moment(Instant moment) {
        return typography.moment(moment);
    }

    /** Money, in ten thousand yuan from there on: 125.80 万元; empty for null. The exact yuan stand in {@link #yuan}. */
    public String money(BigDecimal yuan) {
        return typography.money(yuan);
    }

    /** Money to the cent: 1,258,000.00 元; empty for null. */
    public String yuan(BigDecimal yuan) {
        return typography.yuan(yuan);
    }

    /** A number with its thousands grouped; empty for null. */
    public String number(Number number) {
        return typography.number(number);
    }

    /** A share between 0 and 1 in per cent; empty for null. */
    public String share(BigDecimal share) {
        return typography.share(share);
    }

    /** A clause as it is cited: 《信访工作条例》第二十二条. */
    public String cite(Citation citation) {
        return typography.cite(citation);
    }

    /** The page on which a clause can be read. */
    public String href(Citation citation) {
        return "/rulebook/" + citation.document() + "?version=" + citation.version() + "#article-" + citation.article();
    }

    /** Any value as it is said: texts, days, moments, numbers and money by their type; empty for null. */
    public String value(Object value) {
        return switch (value) {
            case null -> "";
            case Text text -> say(text);
            case LocalDate day -> date(day);
            case Instant moment -> moment(moment);
            case Boolean truth -> say(truth ? "access.page.yes" : "access.page.no");
            case Number number -> number(number);
            case Citation citation -> cite(citation);
            case Collection<?> values ->
                String.join(
                        say("access.page.comma"),
                        values.stream().map(this::value).toList());
            default -> value.toString();
        };
    }

    /** What a fact or a payload's field is called: the words of {@code docket.field.<name>}, else its name as it is. */
    public String name(String field) {
        return frame.words().find(language, "docket.field." + field).orElse(field);
    }

    /**
     * Docket entries as a timeline tells them: names instead of identifiers, the payload's fields that have words, and
     * those only where the reader may read what the entry says.
     */
    public List<TimelineAct> timeline(List<Entry> entries) {
        return TimelineAct.of(
                entries,
                frame.record().open(actor(), entries),
                frame.names(),
                field -> frame.words().find(language, "docket.field." + field));
    }

    // Who reads, where and when

    /** The reader. */
    public Actor actor() {
        return actor;
    }

    /** The district whose service this is; empty when it has no name set. */
    public String district() {
        return frame.district();
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return actor.person() != null;
    }

    /** Whether the reader's post has a permission. */
    public boolean may(String permission) {
        return actor.may(Permission.of(permission));
    }

    /** The district's day. */
    public LocalDate today() {
        return LocalDate.now(frame.clock());
    }

    /** The reader's language. */
    public Locale language() {
        return language;
    }

    /** The language's tag, for {@code lang} attributes: {@code zh-CN} or {@code en}. */
    public String languageTag() {
        return language.toLanguageTag();
    }

    /** This page's address with its query. */
    public String address() {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /** Whether an address is of this page or above it, for marking where the reader is. */
    public boolean within(String href) {
        String path = request.getRequestURI();
        return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
    }

    /** This page's address in the other language. */
    public String inLanguage(Locale other) {
        return listingRequest().with("lang", other.toLanguageTag());
    }

    /** Navigation entries that show to the reader. */
    public List<NavItem> navigation() {
        return frame.navigation().stream()
                .filter(item -> item.visible().test(actor))
                .toList();
    }

    /** What every page says at its top now. */
    public List<Banner> banners() {
        return frame.banners().stream()
                .filter(banner -> banner.banner().isPresent())
                .toList();
    }

    /** The address of a static file, with its content's hash. */
    public String asset(String path) {
        return frame.assets().href(path);
    }

    // Forms

    /** The token that a form carries to show that our page sent it. */
    public CsrfToken csrf() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    /** What the reader typed into a field before the form came back, or what stands there at first. */
    public String typed(String field, Object otherwise) {
        List<String> typed = form.typed().get(field);
        return typed == null || typed.isEmpty() ? (otherwise == null ? "" : otherwise.toString()) : typed.getFirst();
    }

    /** What the reader typed into a field before the form came back. */
    public String typed(String field) {
        return typed(field, "");
    }

    /** Whether a value was chosen in a field with several, before the form came back. */
    public boolean chosen(String field, String value) {
        return form.typed().getOrDefault(field, List.of()).contains(value);
    }

    /** What is wrong with the form that came back, in its order. */
    public List<Fault> faults() {
        return form.faults();
    }

    /** What is wrong with one field; empty when nothing. */
    public String fault(String field) {
        return form.faults().stream()
                .filter(fault -> fault.place().equals(field))
                .map(fault -> say(fault.text()))
                .findFirst()
                .orElse("");
    }

    /** Why the act of the form that came back was refused; null when it was not. */
    public Refusal refusal() {
        return form.refusal();
    }

    /** What was done by the request before this one; null when nothing. */
    public Text confirmation() {
        return Optional.ofNullable(RequestContextUtils.getInputFlashMap(request))
                .map(flash -> (Text) flash.get(CONFIRMATION))
                .orElse(null);
    }

    // Answers

    /** A template's page. */
    public ModelAndView view(String template, Map<String, ?> model) {
        return new ModelAndView(template, new LinkedHashMap<>(model)).addObject("page", this);
    }

    /** After an act: leads to a page that says it was done. */
    public ModelAndView done(String address, Text confirmation) {
        RequestContextUtils.getOutputFlashMap(request).put(CONFIRMATION, confirmation);
        ModelAndView answer = new ModelAndView("redirect:" + address);
        answer.setStatus(org.springframework.http.HttpStatus.SEE_OTHER);
        return answer;
    }

    /** A list's page; the template gets it as {@code list}. With {@code ?format=xlsx} the workbook instead. */
    public <T> ModelAndView list(
            String template, Listing<T> listing, Collection<? extends T> rows, Map<String, ?> model) {
        ListingRequest asked = listingRequest();
        if (asked.workbook()) {
            return new ModelAndView(new WorkbookView(
                    say(listing.title()) + " " + today() + ".xlsx", listing.workbook(rows, asked, speech())));
        }
        return view(template, model).addObject("list", listing.show(rows, asked, speech()));
    }

    /** A list's page; the template gets it as {@code list}. */
    public <T> ModelAndView list(String template, Listing<T> listing, Collection<? extends T> rows) {
        return list(template, listing, rows, Map.of());
    }

    /** What this page's address asks of a list. */
    public ListingRequest listingRequest() {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("lang")) {
                parameters.put(name, values[0]);
            }
        });
        return new ListingRequest(request.getRequestURI(), parameters);
    }

    /** Says a list's texts in the reader's language. */
    Listing.Speech speech() {
        return new Listing.Speech(frame.words(), language);
    }
}
