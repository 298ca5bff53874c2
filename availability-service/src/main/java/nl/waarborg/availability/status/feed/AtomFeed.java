package nl.waarborg.availability.status.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.waarborg.availability.status.StatusSettings;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.status.domain.NoticeUpdate;
import nl.waarborg.availability.status.domain.PlatformStatus;
import nl.waarborg.availability.status.domain.StatusNotice;
import nl.waarborg.availability.status.words.Words;

/** The notices as an Atom feed (RFC 4287): one entry each, whose id stays and whose {@code updated} moves with every update. */
@ApplicationScoped
public class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Duration GOES_BACK = Duration.ofDays(90);
    private static final int MOST_ENTRIES = 100;

    private final URI publicUrl;

    public AtomFeed(StatusSettings settings) {
        this.publicUrl = settings.publicUrl();
    }

    /** @param platform its name */
    public String write(PlatformStatus status, String platform, Language language) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            feed(xml, status, platform, Words.in(language));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void feed(XMLStreamWriter xml, PlatformStatus status, String platform, Words words)
            throws XMLStreamException {
        var language = words.language().code();
        var page = publicUrl + "/status/" + status.provider();
        var notices = status.notices().stream()
                .filter(notice -> notice.lastChange().isAfter(status.readAt().minus(GOES_BACK)))
                .sorted((one, other) -> other.lastChange().compareTo(one.lastChange()))
                .limit(MOST_ENTRIES)
                .toList();
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", language);
        element(xml, "id", "urn:waarborg:status:" + status.provider());
        element(xml, "title", words.say("title", platform));
        // Without a notice nothing was ever updated; a feed must say some moment.
        element(
                xml,
                "updated",
                notices.isEmpty() ? Instant.EPOCH : notices.getFirst().lastChange());
        xml.writeStartElement("author");
        element(xml, "name", platform);
        xml.writeEndElement();
        link(xml, "self", "application/atom+xml", page + "/feed.atom?lang=" + language);
        link(xml, "alternate", "text/html", page + "?lang=" + language);
        for (var notice : notices) {
            entry(xml, notice, page, words);
        }
        xml.writeEndElement();
    }

    private static void entry(XMLStreamWriter xml, StatusNotice notice, String page, Words words)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + notice.noticeId());
        element(
                xml,
                "title",
                words.say("kind." + notice.kind()) + ": " + words.components(notice.components()) + " ("
                        + words.state(notice) + ")");
        element(
                xml,
                "published",
                notice.updates().isEmpty()
                        ? notice.startsAt()
                        : notice.updates().getFirst().at());
        element(xml, "updated", notice.lastChange());
        link(
                xml,
                "alternate",
                "text/html",
                page + "/notices/" + notice.noticeId() + "?lang="
                        + words.language().code());
        for (var component : notice.components()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", component.name());
            xml.writeAttribute("label", words.component(component));
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(printable(content(notice, words)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** What was said, the latest first. */
    private static String content(StatusNotice notice, Words words) {
        var lines = new ArrayList<String>();
        if (notice.text() != null) {
            lines.add(notice.text());
        }
        notice.updates().reversed().forEach(update -> lines.add(String.join(" ", said(update, words))));
        return String.join("\n\n", lines);
    }

    private static List<String> said(NoticeUpdate update, Words words) {
        var said = new ArrayList<String>();
        said.add(words.moment(update.at()) + " – " + words.say("update." + update.kind()) + ".");
        if (update.message() != null) {
            said.add(update.message());
        }
        said.addAll(words.promises(update));
        return said;
    }

    private static void element(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(printable(value.toString()));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    /** XML 1.0 has no place for most control characters, however they are written. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(point -> point >= ' ' || point == '\n' || point == '\t')
                .filter(point -> point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point <= 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
