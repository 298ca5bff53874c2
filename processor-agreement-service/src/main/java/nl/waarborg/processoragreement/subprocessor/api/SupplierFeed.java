package nl.waarborg.processoragreement.subprocessor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier.Location;
import nl.waarborg.processoragreement.subprocessor.projection.PublicSuppliers.PublicNotice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The notices as a JSON Feed (version 1.1) and as Atom (RFC 4287); dated, with ids that stay. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SupplierFeed(
        @Schema(examples = "https://jsonfeed.org/version/1.1") String version,
        String title,
        @JsonProperty("home_page_url") String homePage,
        @JsonProperty("feed_url") String feed,
        String language,
        List<Item> items) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** One notice. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,
            List<String> tags) {

        static Item of(PublicNotice notice) {
            return new Item(
                    "urn:uuid:" + notice.id(),
                    SupplierFeed.title(notice),
                    SupplierFeed.text(notice),
                    notice.at(),
                    List.of(notice.kind().name(), notice.supplier().kind().name()));
        }
    }

    /** @param address of the feeds, without an extension */
    static SupplierFeed of(String provider, String address, List<PublicNotice> notices) {
        return new SupplierFeed(
                "https://jsonfeed.org/version/1.1",
                "Sub-processors of " + provider,
                address + ".json",
                address + ".json",
                "en",
                notices.stream().map(Item::of).toList());
    }

    String atom(String provider, String address) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", "urn:waarborg:subprocessors:" + provider);
            element(xml, "title", title);
            // Without a notice nothing was ever updated; a feed must say some moment.
            element(
                    xml,
                    "updated",
                    items.isEmpty() ? Instant.EPOCH : items.getFirst().published());
            xml.writeStartElement("author");
            element(xml, "name", provider);
            xml.writeEndElement();
            xml.writeEmptyElement("link");
            xml.writeAttribute("rel", "self");
            xml.writeAttribute("type", "application/atom+xml");
            xml.writeAttribute("href", address + ".atom");
            for (var item : items) {
                entry(xml, item);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, Item item) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", item.id());
        element(xml, "title", item.title());
        element(xml, "published", item.published());
        element(xml, "updated", item.published());
        for (var tag : item.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", tag);
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(printable(item.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String title(PublicNotice notice) {
        return notice.supplier().name()
                + switch (notice.kind()) {
                    case ANNOUNCED -> " is announced";
                    case ACTIVATED -> " processes data";
                    case ENDED -> " processes data no more";
                    case SUPPLIER_CHANGE, UPSTREAM_CHANGE -> " changes";
                };
    }

    private static String text(PublicNotice notice) {
        var supplier = notice.supplier();
        var places = supplier.locations().stream().map(SupplierFeed::place).collect(Collectors.joining("; "));
        return supplier.purpose() + ". " + places + "."
                + said(" Effective from ", notice.effectiveFrom())
                + said(" ", notice.change())
                + said(" ", notice.consequences());
    }

    private static String place(Location location) {
        return location.place() + ", " + location.country();
    }

    private static String said(String before, @Nullable Object value) {
        return value == null ? "" : before + value + (value instanceof Instant ? "." : "");
    }

    private static void element(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(printable(value.toString()));
        xml.writeEndElement();
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
